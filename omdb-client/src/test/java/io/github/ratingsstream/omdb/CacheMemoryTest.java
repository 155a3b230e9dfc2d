package io.github.ratingsstream.omdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.omdb.answer.OmdbAnswer.Source;
import io.github.ratingsstream.omdb.internal.http.RawAnswer;
import io.github.ratingsstream.omdb.kit.ManualTransport;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/** What cached answers cost, measured as what is alive in the heap with them and without. */
class CacheMemoryTest {

    private static final int ANSWERS = 20_000;
    private static final String PLOT = "A plot of nine words that goes on. ".repeat(13);

    @Test
    void cachedAnswerTakesNoMoreThanOneAndAHalfTimesItsJson() {
        long json = IntStream.range(0, ANSWERS)
                .mapToLong(i -> json(i, PLOT).length())
                .sum();
        try (OmdbClient client =
                new OmdbClient(OmdbClient.builder().apiKey("any").config(), new Anything(PLOT))) {
            client.byId(id(ANSWERS));
            long before = alive();

            IntStream.range(0, ANSWERS).forEach(i -> client.byId(id(i)));

            assertThat(alive() - before).isLessThan(json * 3 / 2);
            assertThat(client.byId(id(0)).source()).isEqualTo(Source.CACHE);
            assertThat(client.byId(id(0)).json()).contains(json(0, PLOT));
        }
    }

    @Test
    void longAnswerTakesThePlaceOfSeveral() {
        try (OmdbClient client = withLongAnswers(4)) {
            client.byId(id(1));
            client.byId(id(2));

            assertThat(client.cacheStatistics().size()).isEqualTo(1);
        }
    }

    @Test
    void answerThatIsLongerThanTheWholeCacheIsKeptAlone() {
        try (OmdbClient client = withLongAnswers(1)) {
            client.byId(id(1));

            assertThat(client.byId(id(1)).source()).isEqualTo(Source.CACHE);
        }
    }

    /** Each of more than five kB. */
    private static OmdbClient withLongAnswers(int cacheSize) {
        OmdbClientBuilder builder = OmdbClient.builder().apiKey("any").cacheSize(cacheSize);
        return new OmdbClient(builder.config(), new Anything("x".repeat(5_000)));
    }

    private static String id(int number) {
        return "tt%07d".formatted(1_000_000 + number);
    }

    private static String json(int number, String plot) {
        return """
                {"Title":"Title %1$d","Year":"2010","Rated":"PG-13","Released":"16 Jul 2010","Runtime":"%1$d min",\
                "Genre":"Action, Adventure, Sci-Fi %1$d","Director":"Director %1$d","Writer":"Writer %1$d",\
                "Actors":"Actor %1$d, Another %1$d, A Third %1$d","Plot":"%2$s","Language":"English, French %1$d",\
                "Country":"United States %1$d","Awards":"Won %1$d Oscars","Poster":"https://example.com/%1$d.jpg",\
                "Ratings":[{"Source":"Internet Movie Database","Value":"8.8/10"}],"Metascore":"74",\
                "imdbRating":"8.8","imdbVotes":"2,757,%1$d","imdbID":"%3$s","Type":"movie","Response":"True"}""".formatted(number, plot, id(number));
    }

    /** The bytes of all objects that can be reached, by the JVM's own count. */
    private static long alive() {
        try {
            String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
            String total = histogram
                    .lines()
                    .filter(line -> line.startsWith("Total"))
                    .findFirst()
                    .orElseThrow();
            return Long.parseLong(total.strip().split("\\s+")[2]);
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers for any id, at once, and keeps nothing. */
    private static final class Anything extends ManualTransport {

        private final String plot;

        Anything(String plot) {
            this.plot = plot;
        }

        @Override
        public CompletableFuture<RawAnswer> get(URI uri) {
            String query = uri.getQuery();
            int number = Integer.parseInt(query.substring(query.indexOf("tt") + 2)) - 1_000_000;
            return CompletableFuture.completedFuture(new RawAnswer(200, json(number, plot)));
        }
    }
}
