package io.github.ratingsstream.omdb.bench;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.net.URIBuilder;

/** OMDb as one would ask it with HttpClient 5 alone: the same bytes on the wire, the answer as text, and no more. */
final class BareLoop implements AutoCloseable {

    static final String KEY = "5ec2e7a1";

    private final URI base;
    private final CloseableHttpAsyncClient http;

    BareLoop(URI base, int connections) {
        this.base = base;
        this.http = HttpAsyncClients.custom()
                .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(connections)
                        .setMaxConnTotal(connections)
                        .build())
                .setUserAgent("omdb-client/bench")
                .disableContentCompression()
                // It would log how its threads end when it is closed.
                .setIoReactorExceptionCallback(ended -> {})
                .build();
        http.start();
    }

    CompletableFuture<String> get(String title) {
        CompletableFuture<String> text = new CompletableFuture<>();
        http.execute(request(title), new FutureCallback<>() {
            @Override
            public void completed(SimpleHttpResponse response) {
                text.complete(response.getBodyText());
            }

            @Override
            public void failed(Exception error) {
                text.completeExceptionally(error);
            }

            @Override
            public void cancelled() {
                text.cancel(false);
            }
        });
        return text;
    }

    private SimpleHttpRequest request(String title) {
        try {
            URI uri = new URIBuilder(base)
                    .addParameter("apikey", KEY)
                    .addParameter("t", title)
                    .build();
            return SimpleRequestBuilder.get(uri)
                    .setHeader("Accept", "application/json")
                    .setHeader("Accept-Encoding", "gzip")
                    .build();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close(CloseMode.IMMEDIATE);
    }
}
