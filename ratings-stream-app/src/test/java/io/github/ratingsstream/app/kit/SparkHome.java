package io.github.ratingsstream.app.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The installed Spark where there is one, else the one the build has put together. */
public final class SparkHome {

    private SparkHome() {}

    public static Path path() throws IOException {
        String installed = System.getenv("SPARK_HOME");
        if (installed != null) {
            return Path.of(installed);
        }
        // What starts executors takes a folder for a Spark home if this file is in it.
        Path assembled = Path.of(System.getProperty("spark.home.dir"));
        Files.writeString(assembled.resolve("RELEASE"), "");
        return assembled;
    }
}
