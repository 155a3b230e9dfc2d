package io.github.ratingsstream.omdb.simulator;

import io.github.ratingsstream.omdb.internal.async.DaemonTimer;
import io.github.ratingsstream.omdb.kit.Titles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.impl.bootstrap.AsyncServerBootstrap;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncServer;
import org.apache.hc.core5.http.nio.AsyncRequestConsumer;
import org.apache.hc.core5.http.nio.AsyncServerRequestHandler;
import org.apache.hc.core5.http.nio.entity.DiscardingEntityConsumer;
import org.apache.hc.core5.http.nio.support.AsyncResponseBuilder;
import org.apache.hc.core5.http.nio.support.BasicRequestConsumer;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * The other side of {@link io.github.ratingsstream.omdb.bench.ClientBenchmark}, in a JVM of its own. It does less than
 * the
 * simulator, so that it is not
 * what is measured: one record, whatever is asked, after so many milliseconds.
 */
public final class BenchmarkServer implements AsyncServerRequestHandler<Message<HttpRequest, Void>> {

    private final ScheduledExecutorService timer = DaemonTimer.named("latency");
    private final long latencyMillis;

    private BenchmarkServer(long latencyMillis) {
        this.latencyMillis = latencyMillis;
    }

    /** Takes the latency in milliseconds, prints the port, and ends with its standard input. */
    public static void main(String[] args) throws Exception {
        HttpAsyncServer server = AsyncServerBootstrap.bootstrap()
                .setCanonicalHostName("127.0.0.1")
                .register("*", new BenchmarkServer(Long.parseLong(args[0])))
                .create();
        server.start();
        InetSocketAddress anyFreePort = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
        InetSocketAddress address = (InetSocketAddress) server.listen(anyFreePort, URIScheme.HTTP)
                .get(5, TimeUnit.MINUTES)
                .getAddress();
        System.out.println(address.getPort());
        while (System.in.read() >= 0) {
            // Until the benchmark ends, however it does.
        }
        System.exit(0);
    }

    @Override
    public AsyncRequestConsumer<Message<HttpRequest, Void>> prepare(
            HttpRequest request, EntityDetails entity, HttpContext context) {
        return new BasicRequestConsumer<>(new DiscardingEntityConsumer<>());
    }

    @Override
    public void handle(Message<HttpRequest, Void> request, ResponseTrigger response, HttpContext context)
            throws IOException, HttpException {
        if (latencyMillis == 0) {
            answer(response, context);
            return;
        }
        timer.schedule(
                () -> {
                    answer(response, context);
                    return true;
                },
                latencyMillis,
                TimeUnit.MILLISECONDS);
    }

    private static void answer(ResponseTrigger response, HttpContext context) throws IOException, HttpException {
        response.submitResponse(
                AsyncResponseBuilder.create(200)
                        .setEntity(Titles.INCEPTION, ContentType.APPLICATION_JSON)
                        .build(),
                context);
    }
}
