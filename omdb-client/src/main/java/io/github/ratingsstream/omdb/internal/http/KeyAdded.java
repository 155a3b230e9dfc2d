package io.github.ratingsstream.omdb.internal.http;

import io.github.ratingsstream.omdb.internal.settings.ApiKey;
import java.io.IOException;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.async.AsyncExecChainHandler;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.message.HttpRequestWrapper;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;

/**
 * Adds the key to the request on its last step to the wire. Tracing agents, and whatever else looks at requests on
 * their way, see the one without it.
 */
final class KeyAdded implements AsyncExecChainHandler {

    private final ApiKey key;

    KeyAdded(ApiKey key) {
        this.key = key;
    }

    @Override
    public void execute(
            HttpRequest request,
            AsyncEntityProducer entityProducer,
            AsyncExecChain.Scope scope,
            AsyncExecChain chain,
            AsyncExecCallback callback)
            throws HttpException, IOException {
        chain.proceed(new WithKey(request, "&apikey=" + key.encoded()), entityProducer, scope, callback);
    }

    private static final class WithKey extends HttpRequestWrapper {

        private final String parameter;

        /** Every request to OMDb has another parameter before this one. */
        private WithKey(HttpRequest request, String parameter) {
            super(request);
            this.parameter = parameter;
        }

        /** What HTTP/2 sends. */
        @Override
        public String getPath() {
            return super.getPath() + parameter;
        }

        /** What HTTP/1.1 sends. */
        @Override
        public String getRequestUri() {
            return super.getRequestUri() + parameter;
        }
    }
}
