package io.github.ratingsstream.core.job;

import io.github.ratingsstream.core.notice.UserError;
import org.apache.spark.SparkBuildInfo;

/** The JDKs that Spark can run on. */
public final class SupportedJdk {

    /** From this version on {@code Subject.getSubject} only throws, and the Hadoop of Spark 3.5 needs it. */
    private static final int FIRST_TOO_NEW_FOR_SPARK_3 = 23;

    private SupportedJdk() {}

    /**
     * Checks before anything of Spark's fails in its own words.
     *
     * @throws UserError if Spark can't run on this JDK; it names those it runs on
     */
    public static void check() {
        check(Runtime.version().feature(), SparkBuildInfo.spark_version());
    }

    static void check(int jdk, String spark) {
        if (jdk >= FIRST_TOO_NEW_FOR_SPARK_3 && spark.startsWith("3.")) {
            throw new UserError(
                    "Spark " + spark + " can't run on JDK " + jdk + ": use JDK 17 or 21, such as by setting JAVA_HOME");
        }
    }
}
