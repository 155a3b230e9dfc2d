package io.github.ratingsstream.core.lookup;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Finds the title in a record of yours. It travels to the executors by Java serialisation, and may be asked for one record
 * more than once. Thousands of records are held until their results are there: of a reader that uses one object again, as
 * Hadoop's do, map to copies first.
 *
 * @param <T> the record
 */
@FunctionalInterface
public interface TitleOf<T> extends Serializable {

    /**
     * The text to ask OMDb for: a title, {@code Title (1999)} or an IMDb id.
     *
     * @param record the record
     * @return null if it has none: its result is {@link io.github.ratingsstream.core.result.Outcome#INVALID}
     */
    @Nullable
    String apply(T record);
}
