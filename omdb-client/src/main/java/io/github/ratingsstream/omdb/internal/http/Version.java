package io.github.ratingsstream.omdb.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The version that the build wrote into the jar, for the User-Agent. */
final class Version {

    private static final String NAME = "omdb-client";

    private Version() {}

    static String userAgent() {
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            return userAgent(in);
        } catch (IOException e) {
            return NAME;
        }
    }

    /** Whoever packs this library into a jar of his own may lose the file: that is no reason not to work. */
    static String userAgent(@Nullable InputStream file) {
        if (file == null) {
            return NAME;
        }
        try {
            Properties properties = new Properties();
            properties.load(file);
            String version = properties.getProperty("version", "");
            return version.matches("[0-9A-Za-z][0-9A-Za-z.+-]*") ? NAME + "/" + version : NAME;
        } catch (IOException | IllegalArgumentException e) {
            return NAME;
        }
    }
}
