package io.github.ratingsstream.core.executor;

import io.github.ratingsstream.omdb.OmdbClientBuilder;
import java.io.Serializable;

/**
 * A client's settings, apart from its key and its store. They travel to the executors by Java serialisation, so they
 * must not contain a secret: Spark writes what it serialises to disk.
 */
@FunctionalInterface
public interface ClientSettings extends Serializable {

    /**
     * Applies the settings, in the JVM that makes the client.
     *
     * @param client a builder with the defaults
     */
    void applyTo(OmdbClientBuilder client);
}
