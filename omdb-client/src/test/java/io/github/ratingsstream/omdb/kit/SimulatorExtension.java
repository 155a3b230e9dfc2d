package io.github.ratingsstream.omdb.kit;

import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.OmdbClientBuilder;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.simulator.OmdbSimulator;
import io.github.ratingsstream.omdb.simulator.OmdbSimulatorBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Owns the stand-in server and the clients of one test. */
public final class SimulatorExtension implements BeforeEachCallback, AfterEachCallback {

    public static final String KEY = "5ec2e7a1";

    private final UnaryOperator<OmdbSimulatorBuilder> settings;
    private final List<OmdbClient> clients = new ArrayList<>();
    private OmdbSimulator simulator;

    public SimulatorExtension() {
        this(UnaryOperator.identity());
    }

    public SimulatorExtension(UnaryOperator<OmdbSimulatorBuilder> settings) {
        this.settings = settings;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        simulator = settings.apply(OmdbSimulator.builder().apiKey(KEY).titles(Titles.SOME))
                .start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        clients.forEach(OmdbClient::close);
        simulator.close();
    }

    public OmdbSimulator simulator() {
        return simulator;
    }

    /** A client with pauses too short to notice. */
    public OmdbClient client() {
        return client(UnaryOperator.identity());
    }

    public OmdbClient client(UnaryOperator<OmdbClientBuilder> more) {
        OmdbClientBuilder builder = OmdbClient.builder()
                .apiKey(KEY)
                .baseUrl(simulator.url())
                .backOff(Duration.ofMillis(1), Duration.ofMillis(4));
        OmdbClient client = more.apply(builder).build();
        clients.add(client);
        return client;
    }

    /** For an attempt that is to end so. Short only where it is waited for: a busy machine takes a second for nothing. */
    public static Duration patience(Reason expected) {
        return Duration.ofSeconds(expected == Reason.TIMEOUT ? 1 : 10);
    }
}
