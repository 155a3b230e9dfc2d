package io.github.ratingsstream.app.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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

/** Does less than the simulator, so that it is not what is measured: one record, whatever is asked, after a while. */
final class BenchmarkServer implements AsyncServerRequestHandler<Message<HttpRequest, Void>> {

    /** The fields of a film, as long as OMDb's. */
    private static final String RECORD = """
            {"Title":"Inception","Year":"2010","Rated":"PG-13","Released":"16 Jul 2010","Runtime":"142 min",\
            "Genre":"Action, Adventure, Sci-Fi","Director":"Christopher Nolan","Writer":"Christopher Nolan",\
            "Actors":"%1$s, %1$s, %1$s","Plot":"%2$s","Language":"English, Japanese, French",\
            "Country":"United States, United Kingdom","Awards":"Won 4 Oscars. 159 wins & 220 nominations total",\
            "Poster":"https://example.org/%2$s.jpg","Ratings":[{"Source":"Internet Movie Database","Value":"8.8/10"},\
            {"Source":"Rotten Tomatoes","Value":"87%%"},{"Source":"Metacritic","Value":"74/100"}],"Metascore":"74",\
            "imdbRating":"8.8","imdbVotes":"2,757,709","imdbID":"tt1375666","Type":"movie","DVD":"N/A",\
            "BoxOffice":"$292,587,330","Production":"N/A","Website":"N/A","Response":"True"}""".formatted("Somebody Known", "x".repeat(180));

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger requests = new AtomicInteger();
    private final long least;
    private final long most;

    private BenchmarkServer(long least, long most) {
        this.least = least;
        this.most = most;
    }

    /** Takes the least and the most milliseconds, prints the URL, and for each line that comes in the requests since. */
    public static void main(String[] args) throws Exception {
        BenchmarkServer handler = new BenchmarkServer(Long.parseLong(args[0]), Long.parseLong(args[1]));
        HttpAsyncServer server = AsyncServerBootstrap.bootstrap()
                .setCanonicalHostName("127.0.0.1")
                .register("*", handler)
                .create();
        server.start();
        InetSocketAddress anyFreePort = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
        InetSocketAddress address = (InetSocketAddress) server.listen(anyFreePort, URIScheme.HTTP)
                .get(30, TimeUnit.SECONDS)
                .getAddress();
        System.out.println("http://127.0.0.1:" + address.getPort() + "/");
        Scanner questions = new Scanner(System.in, StandardCharsets.UTF_8);
        while (questions.hasNextLine()) {
            questions.nextLine();
            System.out.println(handler.requests.getAndSet(0));
        }
        System.exit(0);
    }

    @Override
    public AsyncRequestConsumer<Message<HttpRequest, Void>> prepare(
            HttpRequest request, EntityDetails entity, HttpContext context) {
        return new BasicRequestConsumer<>(new DiscardingEntityConsumer<>());
    }

    @Override
    public void handle(Message<HttpRequest, Void> request, ResponseTrigger response, HttpContext context) {
        requests.incrementAndGet();
        timer.schedule(
                () -> answer(response, context),
                ThreadLocalRandom.current().nextLong(least, most + 1),
                TimeUnit.MILLISECONDS);
    }

    private static Void answer(ResponseTrigger response, HttpContext context) throws IOException, HttpException {
        response.submitResponse(
                AsyncResponseBuilder.create(200)
                        .setEntity(RECORD, ContentType.APPLICATION_JSON)
                        .build(),
                context);
        return null;
    }
}
