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
    public static final String KEY = "embedded";

    private final OmdbSimulator simulator;

    /** Starts it, on a free port of the loopback interface. */
    public EmbeddedOmdb() {
        List<SimulatedTitle> titles = Catalogue.titles();
        this.simulator = OmdbSimulator.builder()
                .titles(titles)
                .missText("not one of --offline's " + titles.size() + " titles, so not found!")
                .latency(FASTEST, SLOWEST)
                .keepRequests(0)
                .start();
    }

    /** {@return where it is} */
    public URI url() {
        return simulator.url();
    }

    /** {@return what it knows, in words, with a few of its titles} */
    public String whatItKnows() {
        List<String> names = Catalogue.names();
        return names.size() + " titles, such as "
                + IntStream.range(0, EXAMPLES)
                        .mapToObj(i -> names.get(i * names.size() / EXAMPLES))
                        .collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        simulator.close();
    }
}
