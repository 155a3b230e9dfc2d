package io.github.ratingsstream.omdb;

import io.github.ratingsstream.omdb.internal.settings.OmdbConfig;

/** The settings that a builder makes, for tests of what works with them. */
public final class Configs {

    private Configs() {}

    public static OmdbConfig of(OmdbClientBuilder builder) {
        return builder.config();
    }
}
