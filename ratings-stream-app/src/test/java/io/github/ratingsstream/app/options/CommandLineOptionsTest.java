package io.github.ratingsstream.app.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ratingsstream.core.notice.UserError;
import io.github.ratingsstream.core.output.RatingsPrinter;
import io.github.ratingsstream.omdb.request.TitleType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineOptionsTest {

    private final SparkConf conf = new SparkConf(false);

    @Test
    void defaultsAreTheContracts() {
        Options options = read();

        assertThat(options.host()).isEqualTo("localhost");
        assertThat(options.port()).isEqualTo(9999);
        assertThat(options.batchInterval()).isEqualTo(Duration.ofSeconds(10));
        assertThat(options.omdbUrl()).hasToString("https://www.omdbapi.com/");
        assertThat(options.apiKeyFile()).isEmpty();
        assertThat(options.type()).isEmpty();
        assertThat(options.calls().concurrency()).isEqualTo(16);
        assertThat(options.calls().timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(options.calls().attemptTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(options.calls().retries()).isEqualTo(2);
        assertThat(options.cache().ttl()).isEqualTo(Duration.ofHours(24));
        assertThat(options.cache().missTtl()).isEqualTo(Duration.ofHours(6));
        assertThat(options.cache().size()).isEqualTo(100_000);
        assertThat(options.dailyLimit()).isEmpty();
        assertThat(options.store().address()).isEmpty();
        assertThat(options.show()).isEqualTo(RatingsPrinter.ALL);
        assertThat(options.format()).isEqualTo(OutputFormat.PYTHON);
        assertThat(options.output()).isEmpty();
        assertThat(options.maxLineLength()).isEqualTo(1_000);
        assertThat(options.offline()).isFalse();
    }

    @Test
    void optionWinsOverTheConfAndTheConfOverTheDefault() {
        conf.set("spark.ratings.port", "1").set("spark.ratings.batch-interval", "500ms");

        conf.set("spark.ratings.cache-ttl", "7d").set("spark.ratings.daily-limit", "5");

        Options options = read("--port", "2", "--type=movie", "--daily-limit", "1000");

        assertThat(options.port()).isEqualTo(2);
        assertThat(options.batchInterval()).isEqualTo(Duration.ofMillis(500));
        assertThat(options.type()).hasValue(TitleType.MOVIE);
        assertThat(options.cache().ttl()).isEqualTo(Duration.ofDays(7));
        assertThat(options.dailyLimit()).hasValue(1_000);
    }

    @Test
    void secondSourceInTheConfIsRefusedToo() {
        conf.set("spark.ratings.port", "9999");

        assertThatThrownBy(() -> read("--watch", "in")).hasMessageContaining("and --port from a socket");
    }

    @Test
    void flagsCanBeSetInTheConf() {
        conf.set("spark.ratings.offline", "true");

        assertThat(read().offline()).isTrue();
    }

    @Test
    void demoIsOfflineWithBatchesOfTwoSeconds() {
        assertThat(read("--demo").offline()).isTrue();
        assertThat(read("--demo").batchInterval()).isEqualTo(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--batch-interval 10|'10' is not a time with a unit",
                "--batch-interval soon|'soon' is not a time with a unit",
                "--batch-interval 0s|'0s' is out of range",
                "--timeout 2d|'2d' is out of range",
                "--batch-interval 99ms|--batch-interval must be at least 100ms",
                "--port 0|--port must be 1 to 65535: 0",
                "--port many|'many' is not a number",
                "--port 99999999999|'99999999999' is out of range",
                "--offline=maybe|'maybe' is not true or false",
                "--concurrency 0|--concurrency must be 1 to 10000: 0",
                "--retries -1|--retries must be 0 to 10: -1",
                "--cache-ttl 366d|'366d' is out of range: 1ms to 365d",
                "--miss-ttl 6|'6' is not a time with a unit",
                "--cache-size -1|--cache-size must be 0 to 100000000: -1",
                "--daily-limit 0|--daily-limit must be 1 to",
                "--max-line-length 0|--max-line-length must be 1",
                "--type film|'film' is not any, movie, series or episode",
                "--show some|'some' is not all or a number",
                "--show -1|'-1' is not all or a number",
                "--watch in --port 9999|--watch takes titles from files, and --port from a socket",
                "--watch in --host localhost|--watch takes titles from files, and --host from a socket",
                "--demo --watch in|--watch takes titles from files, and --demo from a socket",
                "--demo --checkpoint c|--demo always starts from the beginning: leave out --checkpoint",
                "--format xml|'xml' is not python or json",
                "--omdb-url omdbapi.com|--omdb-url must be an http or https URL",
                "--omdb-url ftp://h/|--omdb-url must be an http or https URL",
                "--omdb-url http://h/?x=y|--omdb-url must be an http or https URL with a host and no query",
                "--store jdbc:mysql://h/db|it takes a directory",
                "--store jdbc:h2:/films|it takes a directory",
                "--store s3a://bucket/films|it takes a directory",
                "--store films;INIT=x|it takes a directory (without a semicolon)",
                "--store jdbc:postgresql://h:x/db|PostgreSQL's driver can't read that URL",
                "--prot 1|unknown option --prot; did you mean --port? --help",
                "--Offline|unknown option --Offline; did you mean --offline? --help",
                "--host localhost:9999|--host takes a name or an address, and --port the port: localhost:9999",
                "--host http://localhost|--host takes a name or an address, and --port the port: http://localhost",
                "--host=|--host is empty; leave it out for localhost",
                "--offline --omdb-url http://h/|--offline asks an OMDb of its own: leave out --omdb-url",
                "--demo --omdb-url http://h/|--demo asks an OMDb of its own: leave out --omdb-url",
                "--name films|unknown option --name; it is Spark's, and goes before the job's own options; --help",
                "--conf=spark.x=y|unknown option --conf; it is Spark's, and goes before the job's own options; --help",
                "--concurency 4|did you mean --concurrency?",
                "stray|unexpected argument 'stray'"
            })
    void mistakesAreNamedInOneLine(String arguments, String message) {
        assertThatThrownBy(() -> read(arguments.split(" ")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(message)
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("\n");
    }

    @Test
    void everyOptionIsInOneGroupOfTheHelp() {
        List<String> grouped = Arrays.stream(GroupedHelp.Group.values())
                .flatMap(group -> group.names().stream())
                .toList();

        assertThat(grouped)
                .containsExactlyInAnyOrderElementsOf(new CommandLine(new Options())
                        .getCommandSpec().options().stream()
                                .map(option -> option.longestName().substring(2))
                                .toList());
    }

    @Test
    void emptySettingIsRefused() {
        conf.set("spark.ratings.offline", "");

        assertThatThrownBy(this::read).hasMessage("the setting spark.ratings.offline is empty");
    }

    @Test
    void unknownSettingIsRefusedByName() {
        conf.set("spark.ratings.prot", "5ec2e7a1");

        assertThatThrownBy(this::read).hasMessage("unknown setting spark.ratings.prot; --help lists the options");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--api-key", "--apikey", "--key", "--omdb-api-key", "-key"})
    void keyAsAnOptionIsRefusedAndNotRepeated(String name) {
        assertThatThrownBy(() -> read(name + "=5ec2e7a1"))
                .hasMessageContaining("the key can't be an option")
                .hasMessageNotContaining("5ec2e7a1");
    }

    @Test
    void storeIsADirectoryOrAPostgresql() {
        StoreAddress directory = read("--store", "films").store().address().orElseThrow();
        assertThat(directory.isDirectory()).isTrue();
        assertThat(directory.url())
                .startsWith("jdbc:h2:async:" + Path.of("films/ratings").toAbsolutePath());

        conf.set("spark.ratings.store", "jdbc:postgresql://h/films?sslmode=require");
        assertThat(read().store().address().orElseThrow().url()).isEqualTo("jdbc:postgresql://h/films?sslmode=require");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--store jdbc:postgresql://h/db?password=hunter2",
                "--store=jdbc:postgresql://h/db?user=me&Password=hunter2",
                "--store jdbc:postgresql://h/db?sslpassword=hunter2",
                "--store jdbc:postgresql://me:hunter2@h/db",
                "--store jdbc:postgresql://hunter2@h/db",
                "jdbc:postgresql://h/db?password=hunter2"
            })
    void passwordInTheStoresUrlIsRefusedAndNotRepeated(String arguments) {
        assertThatThrownBy(() -> read(arguments.split(" ")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(".pgpass")
                .hasMessageNotContaining("hunter2");
        conf.set("spark.ratings.store", arguments.substring(arguments.indexOf("jdbc:")));
        assertThatThrownBy(this::read).isInstanceOf(UserError.class).hasMessageNotContaining("hunter2");
    }

    @Test
    void readmeListsEveryOptionOfTheHelpAndNoOther() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        String table = readme.substring(readme.indexOf("## Options"), readme.indexOf("## Build"));

        assertThat(names(new CommandLineOptions(conf).help()))
                .hasSizeGreaterThan(15)
                .isEqualTo(
                        names(table.substring(table.indexOf("| `--host`"), table.indexOf("Where there is no master"))));
    }

    private static Set<String> names(String text) {
        return Pattern.compile("(?<![\\w-])--[a-z][a-z-]+")
                .matcher(text.replace("--conf", "").replaceAll("--api-key-file or", ""))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Options read(String... arguments) {
        return new CommandLineOptions(conf).read(arguments).orElseThrow();
    }
}
