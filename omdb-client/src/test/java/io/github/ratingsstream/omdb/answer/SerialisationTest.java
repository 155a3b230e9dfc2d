package io.github.ratingsstream.omdb.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objenesis.strategy.StdInstantiatorStrategy;

/** What rides in a stream survives it. */
class SerialisationTest {

    private static final Rating RATING = Rating.of("Metacritic", "76/100");
    private static final SearchResult ROW = SearchResult.of(Map.of("Title", "T", "Type", "game"));
    private static final SeasonEpisode EPISODE = SeasonEpisode.of(Map.of("Title", "A", "Episode", "2"));

    static Stream<Object> values() {
        return Stream.of(
                OmdbTitle.of(Map.of("Title", "T", "Plot", "N/A", "New", "x"), List.of(RATING)),
                SearchPage.of(Map.of("totalResults", "1"), List.of(ROW)),
                ROW,
                Season.of(Map.of("Title", "T", "Season", "1"), List.of(EPISODE)),
                EPISODE,
                RATING,
                OmdbYear.parse("2008–").orElseThrow(),
                Money.parse("£5M").orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("values")
    void javaKeepsAll(Object value) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(value);

        assertSame(readJava(bytes.toByteArray()), value);
    }

    /** Kryo 4 warns on JDKs much newer than what Spark 3.5 runs on. */
    @Tag("kryo-4")
    @ParameterizedTest
    @MethodSource("values")
    void kryoAsSparkSetsItUpKeepsAll(Object value) {
        Kryo kryo = new Kryo();
        // What Spark's chill does: objects are made without a constructor where there is none to call.
        kryo.setInstantiatorStrategy(new Kryo.DefaultInstantiatorStrategy(new StdInstantiatorStrategy()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Output output = new Output(bytes)) {
            kryo.writeClassAndObject(output, value);
        }

        assertSame(kryo.readClassAndObject(new Input(bytes.toByteArray())), value);
    }

    private static Object readJava(byte[] bytes) throws IOException, ClassNotFoundException {
        return new ObjectInputStream(new ByteArrayInputStream(bytes)).readObject();
    }

    private static void assertSame(Object read, Object value) {
        assertThat(read).isEqualTo(value).hasSameHashCodeAs(value).hasToString(value.toString());
        if (read instanceof OmdbRecord record) {
            assertThat(record.fields()).containsExactlyEntriesOf(((OmdbRecord) value).fields());
        }
    }
}
