package io.github.ratingsstream.omdb;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncServer;
import org.apache.hc.core5.http2.impl.nio.bootstrap.H2ServerBootstrap;
import org.apache.hc.core5.io.CloseMode;

/** A server for what the simulator does not do: TLS, HTTP/2, compressed answers. Counts its connections. */
final class EmbeddedServer implements AutoCloseable {

    private final AtomicInteger connections = new AtomicInteger();
    private final HttpAsyncServer server;
    private final URI url;

    EmbeddedServer(URIScheme scheme, H2ServerBootstrap settings) throws Exception {
        // A server that accepts any name: tests reach it as 127.0.0.1, as localhost and through proxies.
        server = settings.setCanonicalHostName("localhost")
                .setIOSessionListener(new CountConnections(connections))
                .create();
        server.start();
        InetSocketAddress anyFreePort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        InetSocketAddress address = (InetSocketAddress)
                server.listen(anyFreePort, scheme).get(30, TimeUnit.SECONDS).getAddress();
        url = URI.create(scheme.id + "://localhost:" + address.getPort() + "/");
    }

    URI url() {
        return url;
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() {
        server.close(CloseMode.IMMEDIATE);
    }
}
