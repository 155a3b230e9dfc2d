package io.github.ratingsstream.app.bench;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.net.URIBuilder;

/** As many calls in flight as the job has, without Spark, order, JSON, deadlines, retries or a cache. */
final class BareLoop implements AutoCloseable {

    private final URI base;
    private final int calls;
    private final CloseableHttpAsyncClient http;

    BareLoop(URI base, int calls) {
        this.base = base;
        this.calls = calls;
        this.http = HttpAsyncClients.custom()
                .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(calls)
                        .setMaxConnTotal(calls)
                        .build())
                .setIoReactorExceptionCallback(ended -> {})
                .build();
        http.start();
    }

    /** Seconds until all are answered. */
    double seconds(List<String> titles) throws InterruptedException, URISyntaxException {
        long start = System.nanoTime();
        Semaphore free = new Semaphore(calls);
        CountDownLatch left = new CountDownLatch(titles.size());
        for (Iterator<String> all = titles.iterator(); all.hasNext(); ) {
            URI uri = new URIBuilder(base)
                    .addParameter("apikey", "bench")
                    .addParameter("t", all.next())
                    .build();
            free.acquire();
            http.execute(SimpleRequestBuilder.get(uri).build(), new Landing(free, left));
        }
        left.await();
        return (System.nanoTime() - start) / 1e9;
    }

    @Override
    public void close() {
        http.close(CloseMode.IMMEDIATE);
    }

    private record Landing(Semaphore free, CountDownLatch left) implements FutureCallback<SimpleHttpResponse> {

        @Override
        public void completed(SimpleHttpResponse response) {
            if (response.getCode() != 200) {
                throw new IllegalStateException("answered " + response.getCode());
            }
            free.release();
            left.countDown();
        }

        @Override
        public void failed(Exception error) {
            throw new IllegalStateException(error);
        }

        @Override
        public void cancelled() {
            throw new IllegalStateException("cancelled");
        }
    }
}
