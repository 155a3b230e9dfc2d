package io.github.ratingsstream.app.options;

import io.github.ratingsstream.core.io.HadoopFiles;
import io.github.ratingsstream.core.notice.UserError;
import java.io.IOException;
import java.util.Map;
import org.apache.spark.package$;

/** The options that are part of what Spark brings back from a checkpoint, and so may not change. */
public final class FixedOptions {

    private FixedOptions() {}

    /** Of the job and of Spark. */
    public static String version() {
        return Version.text() + " on Spark " + package$.MODULE$.SPARK_VERSION();
    }

    /** By name, as a message repeats them. */
    public static Map<String, String> of(Options options) {
        return Map.of(
                "batch-interval",
                "--batch-interval " + options.batchInterval().toMillis() + "ms",
                "max-line-length",
                "--max-line-length " + options.maxLineLength(),
                "source",
                options.folders()
                        .watch()
                        .map(folder -> "--watch " + qualified(folder))
                        .orElseGet(() -> "--host " + options.host() + " --port " + options.port()));
    }

    private static String qualified(String folder) {
        try {
            return HadoopFiles.qualified(folder).toString();
        } catch (IOException | IllegalArgumentException e) {
            throw new UserError("the directory of --watch can't be read: " + folder + "; make it, or give another");
        }
    }
}
