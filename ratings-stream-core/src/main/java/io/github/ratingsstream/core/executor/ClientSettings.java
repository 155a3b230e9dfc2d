package io.github.ratingsstream.core.executor;

import io.github.ratingsstream.omdb.OmdbClientBuilder;
import java.io.Serializable;

/**
 * A client's settings, beside its key and its store. They travel to the executors by Java serialisation, so they must not
 * hold a secret: Spark writes down what it serialises.
 */
@FunctionalInterface
public interface ClientSettings extends Serializable {

    /**
     * Sets them, in the JVM that makes the client.
     *
     * @param client a builder with the defaults
     */
    void applyTo(OmdbClientBuilder client);
}
