package io.github.ratingsstream.omdb.simulator;

import io.github.ratingsstream.omdb.internal.async.DaemonTimer;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.function.Supplier;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpRequestInterceptor;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.impl.HttpProcessors;
import org.apache.hc.core5.http.impl.bootstrap.AsyncServerBootstrap;
import org.apache.hc.core5.http.nio.AsyncServerExchangeHandler;
import org.apache.hc.core5.http.nio.ssl.BasicServerTlsStrategy;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.http2.impl.H2Processors;
import org.apache.hc.core5.http2.impl.nio.bootstrap.H2ServerBootstrap;
import org.apache.hc.core5.http2.ssl.H2ServerTlsStrategy;

/** The simulator's answers and faults over TLS. Every title there is is Alien, after the faults it is told of. */
public final class TlsServer implements AutoCloseable {

    private static final SimulatedAnswer ALIEN = SimulatedAnswer.found(SimulatedTitle.id("tt0078748")
            .title("Alien")
            .year("1979")
            .rating("8.5")
            .record(false));

    private final ScheduledExecutorService timer = DaemonTimer.named("tls-server");
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostUnderWay = new AtomicInteger();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final Queue<HttpRequest> requests = new ConcurrentLinkedQueue<>();
    private final Queue<String> protocols = new ConcurrentLinkedQueue<>();
    private final EmbeddedServer server;

    /** Speaks HTTP/1.1, and HTTP/2 to clients that offer it. */
    public TlsServer(SSLContext context, boolean http2) throws Exception {
        SimulatedExchange.Judge judge = received -> {
            mostUnderWay.accumulateAndGet(underWay.get(), Math::max);
            Fault fault = faults.poll();
            return fault == null ? ALIEN : fault.answer();
        };
        Supplier<AsyncServerExchangeHandler> exchanges =
                () -> new SimulatedExchange(judge, Clock.systemUTC(), 0, timer, underWay);
        server = new EmbeddedServer(
                URIScheme.HTTPS,
                (listener, decorator) -> http2
                        ? H2ServerBootstrap.bootstrap()
                                .setCanonicalHostName("localhost")
                                .setTlsStrategy(new H2ServerTlsStrategy(context))
                                .setHttpProcessor(noting(H2Processors.customServer("TlsServer")))
                                .setIOSessionListener(listener)
                                .setIOSessionDecorator(decorator)
                                .register("*", exchanges)
                                .create()
                        : AsyncServerBootstrap.bootstrap()
                                .setCanonicalHostName("localhost")
                                .setTlsStrategy(new BasicServerTlsStrategy(context))
                                .setHttpProcessor(noting(HttpProcessors.customServer("TlsServer")))
                                .setIOSessionListener(listener)
                                .setIOSessionDecorator(decorator)
                                .register("*", exchanges)
                                .create());
    }

    private HttpProcessor noting(HttpProcessorBuilder builder) {
        return builder.addFirst((HttpRequestInterceptor) (request, entity, http) -> {
                    requests.add(request);
                    protocols.add(http.getProtocolVersion().format());
                })
                .build();
    }

    public URI url() {
        return server.url();
    }

    public void failNext(Fault... next) {
        faults.addAll(List.of(next));
    }

    public Queue<HttpRequest> requests() {
        return requests;
    }

    /** The protocol of each request, such as {@code HTTP/2.0}. */
    public Queue<String> protocols() {
        return protocols;
    }

    public int underWay() {
        return underWay.get();
    }

    public int mostUnderWay() {
        return mostUnderWay.get();
    }

    public int connections() {
        return server.connections();
    }

    public void goAway() {
        server.goAway();
    }

    @Override
    public void close() {
        server.close();
        timer.shutdownNow();
    }
}
