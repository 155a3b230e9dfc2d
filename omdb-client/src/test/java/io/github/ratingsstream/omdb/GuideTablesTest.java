package io.github.ratingsstream.omdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.answer.SearchPage;
import io.github.ratingsstream.omdb.answer.SearchResult;
import io.github.ratingsstream.omdb.answer.Season;
import io.github.ratingsstream.omdb.answer.SeasonEpisode;
import io.github.ratingsstream.omdb.internal.settings.OmdbConfig;
import io.github.ratingsstream.omdb.kit.SimulatorExtension;
import io.github.ratingsstream.omdb.monitor.AttemptEvent;
import io.github.ratingsstream.omdb.monitor.CacheStatistics;
import io.github.ratingsstream.omdb.monitor.LookupEvent;
import io.github.ratingsstream.omdb.monitor.OmdbBudget;
import io.github.ratingsstream.omdb.simulator.Fault;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of docs/OMDB_CLIENT.md say what is. */
class GuideTablesTest {

    @RegisterExtension
    final SimulatorExtension omdb = new SimulatorExtension();

    @Test
    void everySettingHasItsRow() throws IOException {
        List<String> setters = Arrays.stream(OmdbClientBuilder.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> method.getReturnType() == OmdbClientBuilder.class)
                .map(method -> method.getName())
                .distinct()
                .toList();

        assertThat(table("setting").keySet()).containsExactlyInAnyOrderElementsOf(setters);
    }

    @Test
    void defaultsAreTheRealOnes() throws IOException {
        Map<String, String> defaults = new LinkedHashMap<>();
        table("setting").forEach((setting, cells) -> defaults.put(setting, cells.get(1)));

        assertThat(defaults).isEqualTo(realDefaults());
    }

    private static Map<String, String> realDefaults() {
        assertThatThrownBy(() -> OmdbClient.builder().config()).hasMessageContaining("apiKey");
        OmdbConfig config = OmdbClient.builder().apiKey("test-key").config();
        Map<String, String> real = new LinkedHashMap<>();
        real.put("apiKey", "required");
        real.put("apiKeyFromEnv", "–");
        real.put("baseUrl", "`" + config.baseUrl() + "`");
        real.put("maxConcurrency", number(config.maxConcurrency()));
        real.put("timeout", time(config.timeout()));
        real.put("attemptTimeout", time(config.attemptTimeout()));
        real.put("retries", number(config.retries()));
        real.put(
                "backOff",
                time(config.backOff().first()) + ", " + time(config.backOff().longest()));
        real.put("cacheTtl", time(config.cache().ttl()));
        real.put("missTtl", time(config.cache().missTtl()));
        real.put("cacheSize", number(config.cache().size()));
        real.put("dailyLimit", config.dailyLimit() == OmdbConfig.NO_LIMIT ? "none" : number(config.dailyLimit()));
        real.put("store", config.store().map(Object::toString).orElse("in memory"));
        real.put("listener", config.listener().map(Object::toString).orElse("none"));
        real.put("clock", config.clock().equals(Clock.systemUTC()) ? "the system's" : "another");
        real.put("sslContext", config.sslContext() == null ? "the JVM's" : "another");
        real.put("executor", config.executor() == null ? "none" : "another");
        return real;
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String time(Duration value) {
        if (value.toHours() > 0) {
            return value.toHours() + " h";
        }
        return value.toSeconds() > 0 ? value.toSeconds() + " s" : value.toMillis() + " ms";
    }

    @Test
    void everyReasonHasItsRow() throws IOException {
        assertThat(table("reason").keySet())
                .containsExactly(
                        Arrays.stream(Reason.values()).map(Reason::name).toArray(String[]::new));
    }

    static Stream<Class<?>> answers() {
        return Stream.of(
                OmdbAnswer.class,
                OmdbTitle.class,
                SearchPage.class,
                SearchResult.class,
                Season.class,
                SeasonEpisode.class);
    }

    static Stream<Class<?>> answersAndAllElseThatIsRead() {
        return Stream.concat(
                answers(),
                Stream.of(
                        OmdbException.class,
                        AttemptEvent.class,
                        LookupEvent.class,
                        OmdbBudget.class,
                        CacheStatistics.class));
    }

    @ParameterizedTest
    @MethodSource("answersAndAllElseThatIsRead")
    void everyAccessorIsInTheGuide(Class<?> type) throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "OMDB_CLIENT.md"));
        List<String> missing = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getParameterCount() == 0 && method.getReturnType() != type)
                .map(Method::getName)
                .filter(name -> !List.of("hashCode", "toString").contains(name))
                .filter(name -> !guide.contains("`" + name + "()`"))
                .toList();

        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void rowsNameTheTypesTheirMethodsReturn(Class<?> type) throws IOException {
        Map<String, List<String>> rows = table("`" + type.getSimpleName() + "` method");

        assertThat(rows).isNotEmpty();
        rows.values().forEach(cells -> {
            List<String> returned = found("`(\\w+)\\(", cells.get(0)).stream()
                    .map(name -> returned(type, name))
                    .distinct()
                    .toList();
            assertThat(found("`([^`]+)`", cells.get(1))).as(cells.get(0)).isEqualTo(returned);
        });
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String returned(Class<?> type, String method) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(known -> known.getName().equals(method))
                .map(known -> known.getGenericReturnType().getTypeName().replaceAll("[\\w.]+[.$](\\w+)", "$1"))
                .distinct()
                .collect(Collectors.joining(" or "));
    }

    @Test
    void everyFaultHasItsRow() throws IOException {
        assertThat(table("fault").keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Fault.class.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .map(Method::getName)
                        .toList());
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(Reason.REFUSED_KEY, Fault.error(401, "Invalid API key!")),
                Arguments.of(Reason.DAILY_LIMIT, Fault.error(401, "Request limit reached!")),
                Arguments.of(Reason.BAD_REQUEST, Fault.page(403)),
                Arguments.of(Reason.UNAVAILABLE, Fault.page(503)),
                Arguments.of(Reason.TIMEOUT, Fault.hang()),
                Arguments.of(Reason.MALFORMED, Fault.body(200, "no JSON")),
                Arguments.of(Reason.UNKNOWN, Fault.error(200, "A text nobody knows.")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void reasonIsRetriedIfItsRowSaysSo(Reason reason, Fault fault) throws IOException {
        omdb.simulator().failWhen(request -> Optional.of(fault));
        // A short one only where it is the point: an answer may take long on a busy machine.
        Duration attempt = reason == Reason.TIMEOUT ? Duration.ofMillis(100) : Duration.ofSeconds(10);
        OmdbClient client = omdb.client(builder -> builder.attemptTimeout(attempt));

        OmdbException failure = catchThrowableOfType(OmdbException.class, () -> client.byTitle("Dune"));

        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(table("reason").get(reason.name()).get(2)).startsWith(failure.calls() > 1 ? "yes" : "no");
    }

    /** The rows of the table whose first column has that heading, by the code in their first cell. */
    private static Map<String, List<String>> table(String heading) throws IOException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        Files.readString(Path.of("..", "docs", "OMDB_CLIENT.md"))
                .lines()
                .dropWhile(line -> !line.startsWith("| " + heading + " |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList())
                .forEach(cells -> rows.put(cells.get(0).replaceAll("`|\\(.*", ""), cells));
        return rows;
    }
}
