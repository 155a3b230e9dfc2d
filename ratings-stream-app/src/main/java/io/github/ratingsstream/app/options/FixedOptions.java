package io.github.ratingsstream.app.options;

import io.github.ratingsstream.core.io.HadoopFiles;
import io.github.ratingsstream.core.notice.UserError;
import java.io.IOException;
import java.util.Map;
import org.apache.spark.package$;

/** The options that Spark restores from a checkpoint, and that may therefore not change. */
public final class FixedOptions {

    private FixedOptions() {}

    /** The versions of the job and of Spark. */
    public static String version() {
        return Version.text() + " on Spark " + package$.MODULE$.SPARK_VERSION();
    }

    /** The options by name, as messages repeat them. */
    public static Map<String, String> of(Options options) {
        return Map.of(
                "batch-interval",
                "--batch-interval " + DurationConverter.text(options.batchInterval()),
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
