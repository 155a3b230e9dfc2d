package io.github.ratingsstream.app.demo;

import io.github.ratingsstream.omdb.simulator.OmdbSimulator;
import io.github.ratingsstream.omdb.simulator.SimulatedTitle;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The embedded OMDb of --offline and --demo, with the bundled titles and the pace of a real one. */
public final class EmbeddedOmdb implements AutoCloseable {

    private static final Duration FASTEST = Duration.ofMillis(50);
    private static final int EXAMPLES = 5;
    private static final Duration SLOWEST = Duration.ofMillis(200);

    /** The embedded OMDb accepts any key. */
    public static final String KEY = "offline";

    private final OmdbSimulator simulator;
    private final int size;

    /** Starts it, on a free port of the loopback interface. */
    public EmbeddedOmdb() {
        List<SimulatedTitle> titles = Catalogue.titles();
        this.size = titles.size();
        this.simulator = OmdbSimulator.builder()
                .titles(titles)
                .latency(FASTEST, SLOWEST)
                .keepRequests(0)
                .start();
    }

    /** {@return where it is} */
    public URI url() {
        return simulator.url();
    }

    /** Made when it is first needed: every batch with such a title asks for it. */
    private static final class Known {
        private static final String TEXT = text();
    }

    /** {@return what to tell a user who asks for another title} */
    public static String whatItKnows() {
        return Known.TEXT;
    }

    private static String text() {
        List<String> titles = Catalogue.names();
        String some = IntStream.range(0, EXAMPLES)
                .mapToObj(i -> titles.get(i * titles.size() / EXAMPLES))
                .collect(Collectors.joining(", "));
        return "--offline knows only " + titles.size() + " titles, such as " + some
                + "; with a key in OMDB_API_KEY, leave it out to ask OMDb itself";
    }

    /** {@return how many titles it knows} */
    public int size() {
        return size;
    }

    @Override
    public void close() {
        simulator.close();
    }
}
