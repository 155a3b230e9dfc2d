package io.github.ratingsstream.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ratingsstream.app.options.CommandLineOptions;
import io.github.ratingsstream.core.executor.DriverLink;
import io.github.ratingsstream.core.notice.UserError;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SparkSettingsTest {

    private final SparkConf conf = new SparkConf(false);

    @Test
    void whatTheUserSetStays() {
        conf.setMaster("local[7]")
                .setAppName("mine")
                .set("spark.redaction.regex", "x")
                .set("spark.streaming.gracefulStopTimeout", "5s")
                .set("spark.streaming.backpressure.initialRate", "7")
                .set("spark.streaming.receiver.maxRate", "70");

        complete();

        assertThat(conf.get("spark.master")).isEqualTo("local[7]");
        assertThat(conf.get("spark.app.name")).isEqualTo("mine");
        assertThat(conf.get("spark.redaction.regex")).isEqualTo("x");
        assertThat(conf.get("spark.streaming.gracefulStopTimeout")).isEqualTo("5s");
        assertThat(conf.get("spark.streaming.backpressure.initialRate")).isEqualTo("7");
        assertThat(conf.get("spark.streaming.receiver.maxRate")).isEqualTo("70");
    }

    @ParameterizedTest
    @CsvSource({"--checkpoint c,true", "--checkpoint c --watch in,false", "--port 1,false"})
    void whatASocketGaveIsWrittenDownWhereThereIsACheckpoint(String options, boolean log) {
        SparkSettings.complete(
                conf, new CommandLineOptions(conf).read(options.split(" ")).orElseThrow());

        assertThat(SparkSettings.hasReceiverLog(conf)).isEqualTo(log);
    }

    @Test
    void usersWordOnTheReceiverLogStays() {
        conf.set("spark.streaming.receiver.writeAheadLog.enable", "false");

        SparkSettings.complete(
                conf, new CommandLineOptions(conf).read("--checkpoint", "c").orElseThrow());

        assertThat(SparkSettings.hasReceiverLog(conf)).isFalse();
    }

    @Test
    void ourDefaultsFillTheGaps() {
        complete();

        assertThat(conf.get("spark.master")).isEqualTo("local[2]");
        assertThat(conf.get("spark.app.name")).isEqualTo("MovieStream");
        assertThat("OMDB_API_KEY").matches(".*(" + conf.get("spark.redaction.regex") + ").*");
        assertThat("apikey").matches(".*(" + conf.get("spark.redaction.regex") + ").*");
    }

    @ParameterizedTest
    @CsvSource({"1,100", "16,160", "256,2560", "10000,100000"})
    void linesAreTakenInAsFastAsTheyAreLookedUp(int concurrency, String untilMeasured) {
        complete("--concurrency", String.valueOf(concurrency));

        assertThat(conf.get("spark.streaming.backpressure.enabled")).isEqualTo("true");
        assertThat(conf.get("spark.streaming.backpressure.initialRate")).isEqualTo(untilMeasured);
        assertThat(conf.get("spark.streaming.receiver.maxRate")).isEqualTo("20000");
    }

    @Test
    void firstRateIsLeftOutWithoutBackpressureWhereSparkWouldKeepToItForEver() {
        conf.set("spark.streaming.backpressure.enabled", "false");

        complete();

        assertThat(conf.contains("spark.streaming.backpressure.initialRate")).isFalse();
        assertThat(conf.get("spark.streaming.receiver.maxRate")).isEqualTo("20000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "local[1]", "local[1,3]"})
    void oneThreadIsRaisedToTwo(String master) {
        conf.setMaster(master);

        complete();

        assertThat(conf.get("spark.master")).isEqualTo("local[2]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ratings-stream-app.jar", "io.github.ratingsstream.app.MovieRatingsStream"})
    void nameFilledInBySparkSubmitIsNoneGiven(String name) {
        conf.set("spark.jars", "file:/some/where/ratings-stream-app.jar").setAppName(name);

        complete();

        assertThat(conf.get("spark.app.name")).isEqualTo("MovieStream");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "local[2]|true",
                "local|true",
                "local-cluster[2,1,1024]|false",
                "spark://h:7077|false",
                "yarn|false"
            })
    void localIsOneProcess(String master, boolean local) {
        assertThat(SparkSettings.isLocal(conf.setMaster(master))).isEqualTo(local);
    }

    @ParameterizedTest
    @ValueSource(strings = {"local[x]", "local[0]", "local[2", "locals"})
    void localMasterThatIsNoneIsAUsersMistake(String master) {
        conf.setMaster(master);

        assertThatThrownBy(this::complete).isInstanceOf(UserError.class).hasMessageContaining(master);
    }

    @Test
    void executorWithItsOwnCopyOfTheJobIsRefusedInLocalMode() {
        conf.setMaster("local[2]").set("spark.executor.userClassPathFirst", "true");

        assertThatThrownBy(this::complete)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("spark.executor.userClassPathFirst is for clusters");

        conf.setMaster("spark://h:7077");
        complete();
    }

    @Test
    void keyPluginJoinsTheUsersOnAClusterAndIsNotNeededInLocalMode() {
        conf.setMaster("spark://h:7077").set("spark.plugins", "their.Plugin");
        complete();
        assertThat(conf.get("spark.plugins")).isEqualTo("their.Plugin," + DriverLink.class.getName());

        conf.setMaster("local[2]").remove("spark.plugins");
        complete();
        assertThat(conf.contains("spark.plugins")).isFalse();
    }

    private void complete(String... options) {
        SparkSettings.complete(
                conf, new CommandLineOptions(new SparkConf(false)).read(options).orElseThrow());
    }
}
