package io.github.ratingsstream.omdb.simulator;

import io.github.ratingsstream.omdb.internal.async.DaemonTimer;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.impl.bootstrap.AsyncServerBootstrap;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncServer;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.ListenerEndpoint;

/** The simulator's network side: httpcore's embedded server, and one thread that delays answers. */
final class SimulatorServer implements AutoCloseable {

    /** 127.0.0.1, or ::1 where the JVM prefers that. */
    private final InetAddress loopback = InetAddress.getLoopbackAddress();

    private final HttpAsyncServer server;
    private final ScheduledExecutorService timer;
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final URI url;

    SimulatorServer(SimulatedExchange.Judge judge, Clock clock, SimulatedLatency latency) {
        this.timer = DaemonTimer.named("omdb-simulator-timer");
        this.server = AsyncServerBootstrap.bootstrap()
                // Without it, requests to the loopback address are answered with 421.
                .setCanonicalHostName(loopback.getHostAddress())
                .setIOSessionListener(new CountConnections(connections))
                .register("*", () -> new SimulatedExchange(judge, clock, latency.nextNanos(), timer, underWay))
                .create();
        server.start();
        this.url = URI.create("http://" + host() + ":" + listen() + "/");
    }

    private String host() {
        String address = loopback.getHostAddress();
        return loopback instanceof Inet6Address ? "[" + address + "]" : address;
    }

    private int listen() {
        InetSocketAddress anyFreePort = new InetSocketAddress(loopback, 0);
        try {
            ListenerEndpoint endpoint =
                    server.listen(anyFreePort, URIScheme.HTTP).get(30, TimeUnit.SECONDS);
            return ((InetSocketAddress) endpoint.getAddress()).getPort();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the simulator starts", e);
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("the simulator can't listen on the loopback interface", e);
        }
    }

    URI url() {
        return url;
    }

    int underWay() {
        return underWay.get();
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() {
        server.close(CloseMode.IMMEDIATE);
        timer.shutdownNow();
    }
}
