package io.github.ratingsstream.omdb.kit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** A port that refuses connections and is nobody else's: it is bound, and nobody listens. */
public final class ClosedPort implements AutoCloseable {

    private final Socket bound = new Socket();

    public ClosedPort() throws IOException {
        bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    public int number() {
        return bound.getLocalPort();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + number() + "/");
    }

    @Override
    public void close() throws IOException {
        bound.close();
    }
}
