package io.github.ratingsstream.omdb;

/** The settings that a builder makes, for tests of what works with them. */
public final class Configs {

    private Configs() {}

    public static OmdbConfig of(OmdbClientBuilder builder) {
        return builder.config();
    }
}
