package io.github.ratingsstream.core.job;

import java.io.IOException;
import org.apache.spark.SparkContext;

/** Names Spark's jobs and stages for the people who read its page, in place of lines of our source. */
final class SparkNames {

    private static final String SHORT = "callSite.short";

    private SparkNames() {}

    /** Work that starts jobs. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    /** Whatever jobs the work starts have this name. Afterwards the thread's jobs are called as before. */
    static void during(SparkContext spark, String name, Work work) throws IOException {
        String before = spark.getLocalProperty(SHORT);
        spark.setLocalProperty(SHORT, name);
        try {
            work.run();
        } finally {
            spark.setLocalProperty(SHORT, before);
        }
    }
}
