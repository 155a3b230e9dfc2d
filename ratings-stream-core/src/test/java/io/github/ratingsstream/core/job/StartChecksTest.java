package io.github.ratingsstream.core.job;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ratingsstream.core.notice.UserError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A job that could not keep its promises does not start. */
class StartChecksTest {

    private static final String LOG = "spark.streaming.receiver.writeAheadLog.enable";

    private final SparkConf conf = new SparkConf(false).set("spark.master", "local[2]");

    @Test
    void batchesThatRunBesideEachOtherAreRefused() {
        conf.set("spark.streaming.concurrentJobs", "4");

        assertRefused(true, "spark.streaming.concurrentJobs must be 1: ");
        assertRefused(false, "spark.streaming.concurrentJobs must be 1: ");
    }

    @Test
    void receiverLogWithoutACheckpointIsRefused() {
        conf.set(LOG, "true");

        assertRefused(true, LOG + " needs a checkpoint directory: ");
        assertThatCode(() -> StartChecks.settings(conf, true, Optional.of("--checkpoint")))
                .doesNotThrowAnyException();
        assertThatCode(() -> StartChecks.settings(conf, false, Optional.empty()))
                .as("files need no receiver")
                .doesNotThrowAnyException();
    }

    @Test
    void kryoThatWantsEveryClassRegisteredIsRefused() {
        conf.set("spark.kryo.registrationRequired", "true");
        assertThatCode(() -> StartChecks.settings(conf, true, Optional.empty()))
                .as("Kryo is not in use")
                .doesNotThrowAnyException();

        conf.set("spark.serializer", "org.apache.spark.serializer.KryoSerializer");

        assertRefused(true, "spark.kryo.registrationRequired must be false: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"local-cluster[1,1,1024]|none|local-cluster[1,1,1024]", "spark://h:7077|1|spark.cores.max=1"})
    void oneCoreForReceiverAndLookupsIsRefused(String master, String most, String named) {
        conf.set("spark.master", master);
        if (!most.equals("none")) {
            conf.set("spark.cores.max", most);
        }

        assertRefused(true, "the receiver would hold the only core");
        assertRefused(true, "(now: " + named + ")");
        assertThatCode(() -> StartChecks.settings(conf, false, Optional.empty()))
                .doesNotThrowAnyException();
    }

    @Test
    void driverOnAStandaloneClusterIsRefused() {
        conf.set("spark.master", "spark://h:7077").set("spark.submit.deployMode", "cluster");

        assertThatThrownBy(() -> StartChecks.master(conf))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("--deploy-mode cluster does not work on a standalone cluster: ");
    }

    @Test
    void standaloneMasterThatDoesNotAnswerIsRefused() throws IOException {
        int port;
        try (ServerSocket open = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = open.getLocalPort();
            conf.set("spark.master", "spark://nobody.invalid:7077,127.0.0.1:" + port);
            assertThatCode(() -> StartChecks.master(conf))
                    .as("one of two masters answers")
                    .doesNotThrowAnyException();
        }
        conf.set("spark.master", "spark://127.0.0.1:" + port);

        assertThatThrownBy(() -> StartChecks.master(conf))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("the master spark://127.0.0.1:" + port + " does not answer: ");
    }

    @Test
    void standaloneMasterMayBeAnIpv6Address() throws IOException {
        try (ServerSocket open = new ServerSocket(0)) {
            conf.set("spark.master", "spark://[::1]:" + open.getLocalPort());
            assumeTrue(hasIpv6(open.getLocalPort()));

            assertThatCode(() -> StartChecks.master(conf)).doesNotThrowAnyException();
        }
    }

    private static boolean hasIpv6(int port) {
        try (Socket socket = new Socket("::1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private void assertRefused(boolean receiver, String message) {
        assertThatThrownBy(() -> StartChecks.settings(conf, receiver, Optional.empty()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(message);
    }

    @Test
    void usualSettingsPass() {
        assertThatCode(() -> StartChecks.settings(conf, true, Optional.empty())).doesNotThrowAnyException();
        conf.set("spark.master", "local-cluster[2,1,1024]");
        assertThatCode(() -> StartChecks.settings(conf, true, Optional.empty())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"/a,/a", "/a,/a/", "/a/b,/a", "/a,/a/b/c", "a,./a"})
    void foldersThatOverlapAreRefused(String one, String other) {
        assertThatThrownBy(() -> StartChecks.folders(Map.of("--output", one, "--watch", other)))
                .isInstanceOf(UserError.class)
                .message()
                .contains("--output", "--watch", " overlap: give each a directory of its own");
    }

    @Test
    void neighboursDoNotOverlap() {
        assertThatCode(() -> StartChecks.folders(Map.of("--output", "/a/b", "--watch", "/a/bc", "--store", "a")))
                .doesNotThrowAnyException();
    }
}
