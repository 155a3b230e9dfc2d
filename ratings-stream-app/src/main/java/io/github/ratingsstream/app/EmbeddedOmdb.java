package io.github.ratingsstream.app;

import io.github.ratingsstream.omdb.simulator.OmdbSimulator;
import io.github.ratingsstream.omdb.simulator.SimulatedTitle;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** The embedded OMDb of --offline and --demo, with the bundled titles and the pace of a real one. */
final class EmbeddedOmdb implements AutoCloseable {

    private static final Duration FASTEST = Duration.ofMillis(50);
    private static final Duration SLOWEST = Duration.ofMillis(200);

    /** The embedded OMDb takes any. */
    static final String KEY = "offline";

    private final OmdbSimulator simulator;
    private final int size;

    /** Starts it, on a free port of the loopback interface. */
    EmbeddedOmdb() {
        List<SimulatedTitle> titles = Catalogue.titles();
        this.size = titles.size();
        this.simulator =
                OmdbSimulator.builder().titles(titles).latency(FASTEST, SLOWEST).start();
    }

    /** {@return where it is} */
    URI url() {
        return simulator.url();
    }

    /** {@return how many titles it knows} */
    int size() {
        return size;
    }

    @Override
    public void close() {
        simulator.close();
    }
}
