package io.github.ratingsstream.app;

import io.github.ratingsstream.app.options.Options;
import io.github.ratingsstream.app.terminal.StderrNotices;
import io.github.ratingsstream.core.executor.DriverLink;
import io.github.ratingsstream.core.job.LocalMaster;
import io.github.ratingsstream.core.source.socket.ReceiveRate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;

/** Our Spark settings, each set only if the user has not. */
final class SparkSettings {

    private static final String APP_NAME = "MovieStream";
    private static final String MAIN_CLASS = SparkSettings.class.getPackageName() + ".MovieRatingsStream";

    /** Spark's own default, and keys as OMDb spells them. */
    private static final String REDACTED = "(?i)secret|password|token|access[.]?key|api[._-]?key";

    /** A socket can't be read again, but what it gave can be logged before it counts as received. */
    private static final String RECEIVER_LOG = "spark.streaming.receiver.writeAheadLog.enable";

    private SparkSettings() {}

    /** Completes the settings. A local master with one thread gets two, for a receiver and a task, with a notice. */
    static SparkConf complete(SparkConf conf, Options options) {
        conf.setIfMissing("spark.master", "local[2]");
        if (isLocal(conf)) {
            LocalMaster.check(conf, StderrNotices.HERE);
        } else {
            DriverLink.addTo(conf);
        }
        if (namesBySparkSubmit(conf).contains(conf.get("spark.app.name", ""))) {
            conf.setAppName(APP_NAME);
        }
        conf.setIfMissing("spark.redaction.regex", REDACTED);
        conf.setIfMissing("spark.ui.showConsoleProgress", "false");
        // A stop is bounded by the lookups' deadline; Spark's own bound (10 batches) would drop what was received.
        conf.setIfMissing("spark.streaming.gracefulStopTimeout", "1h");
        ReceiveRate.complete(conf, options.calls().concurrency());
        if (options.folders().checkpoint().isPresent()
                && options.folders().watch().isEmpty()) {
            conf.setIfMissing(RECEIVER_LOG, "true");
        }
        if (options.demo()) {
            conf.setIfMissing("spark.ui.enabled", "false");
        }
        return conf;
    }

    static boolean isLocal(SparkConf conf) {
        return conf.get("spark.master").startsWith("local")
                && !conf.get("spark.master").startsWith("local-cluster");
    }

    static boolean hasReceiverLog(SparkConf conf) {
        return conf.getBoolean(RECEIVER_LOG, false);
    }

    static Duration blockInterval(SparkConf conf) {
        return Duration.ofMillis(conf.getTimeAsMs("spark.streaming.blockInterval", "200ms"));
    }

    /** spark-submit uses the jar's or the class's name if the user gave none. */
    private static Set<String> namesBySparkSubmit(SparkConf conf) {
        Stream<String> jars = Stream.of(conf.get("spark.jars", "").split(","))
                .map(jar -> Path.of(jar.replaceFirst("^[a-z]+:/*", "/")).getFileName())
                .map(name -> name == null ? "" : name.toString());
        return Stream.concat(jars, Stream.of("", MAIN_CLASS)).collect(Collectors.toSet());
    }
}
