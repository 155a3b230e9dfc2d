package io.github.ratingsstream.core.source.socket;

import io.github.ratingsstream.core.notice.Notices;
import java.io.IOException;
import java.io.Serial;
import java.io.Serializable;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import jdk.net.ExtendedSocketOptions;

/**
 * A socket that titles come from, one a line, and the notices about its state. Immutable; a class, because Kryo 4 can't
 * serialise a record.
 */
public final class TitleSocket implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int CONNECT_MILLIS = 5_000;
    private static final int KEEP_IDLE_SECONDS = 60;
    private static final int KEEP_INTERVAL_SECONDS = 10;
    private static final int KEEP_COUNT = 6;

    private final String host;
    private final int port;
    private final int maxLineLength;
    private final Notices notices;

    /**
     * A socket that a receiver connects to.
     *
     * @param host its host, as the receiver's machine knows it
     * @param port its port
     * @param maxLineLength the longest line, in UTF-16 units; a longer one is cut, but to more than this length, so
     *     that it can still be told to be too long
     * @param notices are told when the socket is being read, and when it is waited for; they travel with the receiver
     */
    public TitleSocket(String host, int port, int maxLineLength, Notices notices) {
        this.host = host;
        this.port = port;
        this.maxLineLength = maxLineLength;
        this.notices = notices;
    }

    /** Connects to the first of the host's addresses that answers. */
    Socket connect() throws IOException {
        return connect(InetAddress.getAllByName(host));
    }

    /** Tries one address after another, because a sender may listen on only one of those its name has. */
    Socket connect(InetAddress... addresses) throws IOException {
        IOException first = null;
        for (InetAddress address : addresses) {
            try {
                return connected(new InetSocketAddress(address, port));
            } catch (IOException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        throw first == null ? new UnknownHostException(host) : first;
    }

    private static Socket connected(InetSocketAddress address) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(address, CONNECT_MILLIS);
            keepAlive(socket);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Silence is no fault. A far end that vanished without closing is found out after two minutes, not never. */
    private static void keepAlive(Socket socket) throws IOException {
        socket.setKeepAlive(true);
        if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE)) {
            socket.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, KEEP_IDLE_SECONDS);
            socket.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, KEEP_INTERVAL_SECONDS);
            socket.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, KEEP_COUNT);
        }
    }

    int port() {
        return port;
    }

    int maxLineLength() {
        return maxLineLength;
    }

    Notices notices() {
        return notices;
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
