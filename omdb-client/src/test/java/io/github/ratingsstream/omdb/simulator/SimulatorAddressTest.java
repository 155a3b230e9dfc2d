package io.github.ratingsstream.omdb.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.kit.Child;
import io.github.ratingsstream.omdb.kit.Titles;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which address the simulator says it has. */
class SimulatorAddressTest {

    /** A program whose JVM may prefer IPv6. */
    static final class OneLookup {

        private OneLookup() {}

        public static void main(String[] args) throws Exception {
            try (OmdbSimulator simulator =
                            OmdbSimulator.builder().titles(Titles.SOME).start();
                    OmdbClient omdb = OmdbClient.builder()
                            .apiKey("any")
                            .baseUrl(simulator.url())
                            .build()) {
                boolean loopback =
                        InetAddress.getByName(simulator.url().getHost()).equals(InetAddress.getLoopbackAddress());
                System.out.println((loopback ? "at the loopback address: " : "elsewhere: ")
                        + omdb.byTitle("Inception").value().orElseThrow().title());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void simulatorIsWhereItSaysWhateverTheJvmPrefers(boolean ipv6, @TempDir Path folder) throws Exception {
        try (Child child =
                Child.java(folder.resolve("out"), List.of("-Djava.net.preferIPv6Addresses=" + ipv6), OneLookup.class)) {
            assertThat(child.exitCode()).as(child.output()).isZero();
            assertThat(child.lines()).contains("at the loopback address: Inception");
        }
    }
}
