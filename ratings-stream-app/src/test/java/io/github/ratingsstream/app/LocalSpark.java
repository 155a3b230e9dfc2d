package io.github.ratingsstream.app;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** Spark inside a test, for single batches. */
final class LocalSpark {

    private LocalSpark() {}

    static SparkConf conf() {
        return new SparkConf().setMaster("local[2]").setAppName("test").set("spark.ui.enabled", "false");
    }

    static JavaSparkContext start() {
        return new JavaSparkContext(conf());
    }
}
