package io.github.ratingsstream.omdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.answer.Rating;
import io.github.ratingsstream.omdb.answer.SearchPage;
import io.github.ratingsstream.omdb.answer.SearchResult;
import io.github.ratingsstream.omdb.answer.Season;
import io.github.ratingsstream.omdb.answer.SeasonEpisode;
import io.github.ratingsstream.omdb.request.EpisodeRequest;
import io.github.ratingsstream.omdb.request.LookupOptions;
import io.github.ratingsstream.omdb.request.RequestKey;
import io.github.ratingsstream.omdb.request.SearchRequest;
import io.github.ratingsstream.omdb.request.SeasonRequest;
import io.github.ratingsstream.omdb.request.TitleRequest;
import io.github.ratingsstream.omdb.simulator.Fault;
import io.github.ratingsstream.omdb.simulator.OmdbSimulator;
import io.github.ratingsstream.omdb.simulator.SimulatedTitle;
import io.github.ratingsstream.omdb.store.StoredAnswer;
import io.github.ratingsstream.omdb.store.jdbc.JdbcStore;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is null is said by its name, by the method that was called, and not by something deep inside. */
class NullArgumentsTest {

    private static final OmdbSimulator SIMULATOR = OmdbSimulator.builder().start();
    private static final OmdbClient OMDB =
            OmdbClient.builder().apiKey("test-key").baseUrl(SIMULATOR.url()).build();
    private static final SimulatedTitle.Unnamed UNNAMED = SimulatedTitle.id("tt1160419");

    /** One object of each class whose methods are tried. */
    private static final List<Object> OBJECTS = List.of(
            OMDB,
            OMDB.async(),
            OmdbClient.builder(),
            SIMULATOR,
            OmdbSimulator.builder(),
            UNNAMED,
            UNNAMED.title("Dune"),
            TitleRequest.byTitle("Dune"),
            SearchRequest.of("Dune"),
            SeasonRequest.byTitle("Dune", 1),
            EpisodeRequest.byTitle("Dune", 1, 1),
            LookupOptions.defaults(),
            OmdbTitle.of(Map.of("Title", "Dune")),
            OmdbAnswer.missed("Movie not found!"),
            new OmdbException(Reason.UNKNOWN, false, "unknown"));

    /** Classes whose public constructors and static methods are tried. */
    private static final List<Class<?>> CLASSES = List.of(
            TitleRequest.class,
            SearchRequest.class,
            SeasonRequest.class,
            EpisodeRequest.class,
            RequestKey.class,
            OmdbTitle.class,
            Rating.class,
            SearchPage.class,
            SearchResult.class,
            Season.class,
            SeasonEpisode.class,
            OmdbAnswer.class,
            OmdbException.class,
            StoredAnswer.class,
            JdbcStore.class,
            SimulatedTitle.class,
            Fault.class);

    @AfterAll
    static void close() {
        OMDB.close();
        SIMULATOR.close();
    }

    @TestFactory
    Stream<DynamicTest> everyNullIsSaidByName() {
        Stream<DynamicTest> ofObjects = OBJECTS.stream()
                .flatMap(object -> Arrays.stream(object.getClass().getMethods())
                        .filter(method -> !Modifier.isStatic(method.getModifiers()))
                        .filter(method -> method.getDeclaringClass().getName().startsWith("io.github"))
                        .filter(method -> !method.getName().equals("equals"))
                        .flatMap(method -> tests(method, nulls -> method.invoke(object, nulls))));
        Stream<DynamicTest> ofClasses = CLASSES.stream()
                .flatMap(type -> Stream.concat(
                        Arrays.stream(type.getMethods())
                                .filter(method -> Modifier.isStatic(method.getModifiers()))
                                .flatMap(method -> tests(method, nulls -> method.invoke(null, nulls))),
                        Arrays.stream(type.getConstructors()).flatMap(made -> tests(made, made::newInstance))));
        return Stream.concat(ofObjects, ofClasses);
    }

    private interface Call {
        Object with(Object... arguments) throws ReflectiveOperationException;
    }

    private static Stream<DynamicTest> tests(Executable called, Call call) {
        Class<?>[] types = called.getParameterTypes();
        return IntStream.range(0, types.length)
                .filter(i -> !types[i].isPrimitive())
                .mapToObj(i -> DynamicTest.dynamicTest(called.toGenericString() + ", " + i, () -> {
                    List<Object> arguments = new ArrayList<>();
                    for (int j = 0; j < types.length; j++) {
                        arguments.add(j == i ? null : sample(types[j], called.getName()));
                    }
                    Throwable thrown = catchThrowable(() -> call.with(arguments.toArray()));
                    assertThat(thrown).as(called + ", argument " + i).isNotNull();
                    assertThat(thrown.getCause())
                            .as(called + ", argument " + i)
                            .isInstanceOf(NullPointerException.class)
                            .hasMessageMatching("[a-zA-Z]+");
                }));
    }

    private static Object sample(Class<?> type, String called) {
        return Stream.of(
                        called.equals("with") ? "Title" : "tt1160419",
                        1,
                        1L,
                        true,
                        Duration.ofSeconds(1),
                        Instant.EPOCH,
                        Map.of("Title", "Dune"),
                        List.of(),
                        Reason.UNKNOWN,
                        TitleRequest.byTitle("Dune"),
                        LookupOptions.defaults(),
                        String.class)
                .filter(sample -> type.isInstance(sample) || isPrimitiveOf(type, sample))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no sample of " + type));
    }

    private static boolean isPrimitiveOf(Class<?> type, Object sample) {
        return type == int.class && sample instanceof Integer
                || type == long.class && sample instanceof Long
                || type == boolean.class && sample instanceof Boolean;
    }
}
