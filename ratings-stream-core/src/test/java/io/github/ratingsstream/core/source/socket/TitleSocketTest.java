package io.github.ratingsstream.core.source.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import jdk.net.ExtendedSocketOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A sender at one of the addresses that its name has. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere a machine may have a single loopback address")
class TitleSocketTest {

    private static final InetAddress FIRST = loopback(1);
    private static final InetAddress SECOND = loopback(2);

    @Test
    void everyAddressOfTheNameIsTried() throws IOException {
        try (ServerSocket sender = new ServerSocket(0, 1, SECOND);
                Socket socket = titles(sender).connect(FIRST, SECOND)) {
            assertThat(socket.getInetAddress()).isEqualTo(SECOND);
        }
    }

    @Test
    void nameIsLookedUp() throws IOException {
        try (ServerSocket sender = new ServerSocket(0, 1, FIRST);
                Socket socket = titles(sender).connect()) {
            assertThat(socket.getPort()).isEqualTo(sender.getLocalPort());
        }
    }

    @Test
    void whereNoneAnswersTheFirstFailureIsTheReason() throws IOException {
        ServerSocket gone = new ServerSocket(0, 1, FIRST);
        gone.close();

        assertThatThrownBy(() -> titles(gone).connect(FIRST, SECOND))
                .isInstanceOf(ConnectException.class)
                .satisfies(reason -> assertThat(reason.getSuppressed()).hasSize(1));
    }

    @Test
    void farEndThatVanishedIsNoticed() throws IOException {
        try (ServerSocket sender = new ServerSocket(0, 1, FIRST);
                Socket socket = titles(sender).connect(FIRST)) {
            assertThat(socket.getKeepAlive()).isTrue();
            assertThat(socket.getOption(ExtendedSocketOptions.TCP_KEEPIDLE)).isEqualTo(60);
            assertThat(socket.getOption(ExtendedSocketOptions.TCP_KEEPINTERVAL)).isEqualTo(10);
            assertThat(socket.getOption(ExtendedSocketOptions.TCP_KEEPCOUNT)).isEqualTo(6);
        }
    }

    private static TitleSocket titles(ServerSocket sender) {
        return new TitleSocket("localhost", sender.getLocalPort(), 1_000, line -> {});
    }

    private static InetAddress loopback(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
