package io.github.ratingsstream.core.lookup;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Finds the title in a record. It travels to the executors by Java serialisation, and may be called more than once for
 * a record. Thousands of records are held until their results are there: if a reader uses one object again, as Hadoop's
 * do, map to copies first.
 *
 * @param <T> the record
 */
@FunctionalInterface
public interface TitleOf<T> extends Serializable {

    /**
     * The text to ask OMDb for: a title, {@code Title (1999)} or an IMDb id.
     *
     * @param record the record
     * @return the text, or null if the record has none: its result is then {@code INVALID}, as it is if this throws
     */
    @Nullable
    String apply(T record);
}
