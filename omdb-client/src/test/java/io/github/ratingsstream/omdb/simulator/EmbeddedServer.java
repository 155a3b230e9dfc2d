package io.github.ratingsstream.omdb.simulator;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.function.Decorator;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncServer;
import org.apache.hc.core5.http.nio.command.ShutdownCommand;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.Command;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.reactor.IOSessionListener;

/** A server on localhost for what the simulator does not do: TLS, HTTP/2, compressed answers. */
public final class EmbeddedServer implements AutoCloseable {

    private final AtomicInteger connections = new AtomicInteger();
    private final Queue<IOSession> sessions = new ConcurrentLinkedQueue<>();
    private final HttpAsyncServer server;
    private final URI url;

    /** Makes a server that tells of its connections. */
    public interface Bootstrap {
        HttpAsyncServer create(IOSessionListener listener, Decorator<IOSession> decorator);
    }

    public EmbeddedServer(URIScheme scheme, Bootstrap bootstrap) throws Exception {
        server = bootstrap.create(new CountConnections(connections), session -> {
            sessions.add(session);
            return session;
        });
        server.start();
        InetSocketAddress anyFreePort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        InetSocketAddress address = (InetSocketAddress)
                server.listen(anyFreePort, scheme).get(5, TimeUnit.MINUTES).getAddress();
        url = URI.create(scheme.id + "://localhost:" + address.getPort() + "/");
    }

    public URI url() {
        return url;
    }

    /** How many there were so far. */
    int connections() {
        return connections.get();
    }

    /** Asks the other side to use its present connections no more: with HTTP/2, a GOAWAY frame. */
    void goAway() {
        sessions.forEach(
                session -> session.enqueue(new ShutdownCommand(CloseMode.GRACEFUL), Command.Priority.IMMEDIATE));
    }

    @Override
    public void close() {
        server.close(CloseMode.IMMEDIATE);
    }
}
