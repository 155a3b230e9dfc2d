package io.github.ratingsstream.core.kit;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** Spark inside a test, for single batches. */
public final class LocalSpark {

    private LocalSpark() {}

    public static SparkConf conf() {
        return new SparkConf().setMaster("local[2]").setAppName("test").set("spark.ui.enabled", "false");
    }

    public static JavaSparkContext start() {
        return new JavaSparkContext(conf());
    }
}
