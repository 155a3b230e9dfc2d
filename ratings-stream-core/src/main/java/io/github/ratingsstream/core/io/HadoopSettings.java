package io.github.ratingsstream.core.io;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkEnv;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.jspecify.annotations.Nullable;

/**
 * Hadoop's settings, with those that the job has as {@code spark.hadoop.*}. Spark gives an executor the job's settings
 * when it starts, but looks only at its own machine's for Hadoop. So nothing has to travel, and no secret can.
 */
final class HadoopSettings {

    private static @Nullable SparkEnv known;
    private static @Nullable Configuration ofKnown;

    private HadoopSettings() {}

    /** Made once for each SparkContext, as they are read from many files. */
    static synchronized Configuration here() {
        SparkEnv spark = SparkEnv.get();
        if (spark == null) {
            // The driver, before it has a SparkContext: spark-submit has left the settings in its properties.
            return SparkHadoopUtil.get().conf();
        }
        Configuration settings = ofKnown;
        if (settings == null || spark != known) {
            settings = SparkHadoopUtil.get().newConfiguration(spark.conf());
            known = spark;
            ofKnown = settings;
        }
        return settings;
    }
}
