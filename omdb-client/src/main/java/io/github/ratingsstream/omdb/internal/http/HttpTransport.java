package io.github.ratingsstream.omdb.internal.http;

import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.internal.settings.OmdbConfig;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.async.methods.SimpleRequestProducer;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Attempts over HttpClient 5. What the library would do on its own, such as retries, is switched off. */
public final class HttpTransport implements Transport {

    private static final Logger log = LoggerFactory.getLogger(HttpTransport.class);

    private final PoolingAsyncClientConnectionManager pool;
    private final CloseableHttpAsyncClient http;
    private final TransportErrors errors;
    private final Clock clock;
    private volatile boolean closed;

    public HttpTransport(OmdbConfig config) {
        this.errors = new TransportErrors(config.apiKey(), config.baseUrl(), config.attemptTimeout(), () -> closed);
        this.clock = config.clock();
        this.pool = pool(config);
        this.http = httpClient(config);
        http.start();
    }

    /**
     * There is one host, so one route, and the library's default would be 5 connections. {@code Permits} limit the
     * calls in flight; the rest of the pool stands in for connections whose cancel the library lost, until their socket
     * timeout ends them. Even with HTTP/2 a connection carries one call at a time, so that no call is lost with
     * another's connection.
     */
    private static PoolingAsyncClientConnectionManager pool(OmdbConfig config) {
        Timeout attempt = Timeout.of(config.attemptTimeout());
        ConnectionConfig connections = ConnectionConfig.custom()
                .setConnectTimeout(attempt)
                .setSocketTimeout(attempt)
                .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                .build();
        PoolingAsyncClientConnectionManagerBuilder pool = PoolingAsyncClientConnectionManagerBuilder.create()
                .useSystemProperties()
                .setMaxConnPerRoute(2 * config.maxConcurrency())
                .setMaxConnTotal(2 * config.maxConcurrency())
                .setDefaultConnectionConfig(connections);
        if (config.sslContext() != null) {
            pool.setTlsStrategy(ClientTlsStrategyBuilder.create()
                    .useSystemProperties()
                    .setSslContext(config.sslContext())
                    .buildAsync());
        }
        return pool.build();
    }

    private CloseableHttpAsyncClient httpClient(OmdbConfig config) {
        Timeout attempt = Timeout.of(config.attemptTimeout());
        RequestConfig requests = RequestConfig.custom()
                .setConnectionRequestTimeout(attempt)
                .setResponseTimeout(attempt)
                .build();
        return HttpAsyncClients.custom()
                .useSystemProperties()
                .setConnectionManager(pool)
                .setDefaultRequestConfig(requests)
                .setUserAgent(Version.userAgent())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                // The library's gzip reader accepts truncated text as complete, and keeps a header in memory however
                // long it is.
                .disableContentCompression()
                .disableAuthCaching()
                // A proxy's challenge may be answered, but not OMDb's: it knows no logins, so an answer would be a
                // hidden retry.
                .setTargetAuthenticationStrategy((type, challenges, context) -> List.of())
                .addExecInterceptorLast("key", new KeyAdded(config.apiKey()))
                .evictIdleConnections(TimeValue.ofSeconds(30))
                .setIoReactorExceptionCallback(this::reactorFailed)
                .build();
    }

    @Override
    public CompletableFuture<RawAnswer> get(URI uri) {
        SimpleHttpRequest request = SimpleRequestBuilder.get(uri)
                .setHeader(HttpHeaders.ACCEPT, ContentType.APPLICATION_JSON.getMimeType())
                .setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip")
                .build();
        HttpClientContext context = HttpClientContext.create();
        boolean tls = URIScheme.HTTPS.same(uri.getScheme());
        CompletableFuture<RawAnswer> answer = new CompletableFuture<>();
        Future<RawAnswer> exchange;
        try {
            exchange = http.execute(
                    SimpleRequestProducer.create(request),
                    new BoundedBody(clock, answer::isDone),
                    context,
                    new IntoFuture(answer, context, tls, errors));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(errors.translate(e));
        }
        answer.whenComplete((raw, error) -> {
            // After a success the connection is returning to the pool, and a cancel would close it.
            if (error != null) {
                exchange.cancel(true);
            }
        });
        return answer;
    }

    @Override
    public OmdbException tooSlow() {
        return errors.tooSlow();
    }

    /** The library would log a stack trace whenever a client is closed with calls in flight. */
    private void reactorFailed(Exception error) {
        if (!closed) {
            log.error(
                    "An I/O thread of the OMDb client ended ({}); build a new client.",
                    error.getClass().getName());
        }
    }

    @Override
    public void close() {
        closed = true;
        // First, because the library's I/O threads may end without closing the connections they serve.
        pool.close(CloseMode.IMMEDIATE);
        http.close(CloseMode.IMMEDIATE);
    }

    /**
     * The library passes on what a proxy says when it refuses a tunnel. That came without TLS, so OMDb did not say it.
     */
    private record IntoFuture(
            CompletableFuture<RawAnswer> answer, HttpClientContext context, boolean tls, TransportErrors errors)
            implements FutureCallback<RawAnswer> {

        private boolean isFromProxy(int status) {
            return tls ? context.getSSLSession() == null : status == HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED;
        }

        @Override
        public void completed(RawAnswer raw) {
            if (isFromProxy(raw.status())) {
                answer.completeExceptionally(errors.refusedByProxy(raw.status()));
            } else {
                answer.complete(raw);
            }
        }

        @Override
        public void failed(Exception error) {
            answer.completeExceptionally(errors.translate(error));
        }

        @Override
        public void cancelled() {
            answer.cancel(false);
        }
    }
}
