package io.github.ratingsstream.omdb;

import io.github.ratingsstream.omdb.OmdbException.Reason;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.reactor.IOReactorShutdownException;

/** Says in a line of ours what went wrong on the wire. Causes are dropped: theirs may quote the URL. */
final class TransportErrors {

    private final ApiKey key;
    private final String host;
    private final Duration attemptTimeout;

    TransportErrors(ApiKey key, URI baseUrl, Duration attemptTimeout) {
        this.key = key;
        this.host = baseUrl.getHost();
        this.attemptTimeout = attemptTimeout;
    }

    OmdbException translate(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        if (cause instanceof OmdbException known) {
            return known;
        }
        if (cause instanceof TimeoutException || cause instanceof SocketTimeoutException) {
            return timeout(cause);
        }
        if (cause instanceof BodyTooLargeException) {
            return new OmdbException(Reason.MALFORMED, false, summary(cause));
        }
        if (cause instanceof CancellationException || isShutdown(cause)) {
            return new OmdbException(Reason.STOPPING, false, "the client is closed");
        }
        return noConnection(cause);
    }

    private OmdbException timeout(Throwable cause) {
        String within = host + " within " + attemptTimeout.toMillis() + " ms";
        return cause instanceof ConnectTimeoutException
                ? unavailable(true, "no connection to " + within)
                : new OmdbException(Reason.TIMEOUT, true, "no answer from " + within);
    }

    private OmdbException noConnection(Throwable cause) {
        if (cause instanceof UnknownHostException) {
            return unavailable(true, "the host " + host + " is not known; check the name and the network");
        }
        if (cause instanceof SSLException) {
            return unavailable(
                    false,
                    "no secure connection to " + host + " (" + summary(cause)
                            + "); check the trust store (javax.net.ssl.trustStore)");
        }
        return unavailable(true, "the connection to " + host + " failed (" + summary(cause) + ")");
    }

    private static boolean isShutdown(Throwable cause) {
        return cause instanceof IOReactorShutdownException || cause instanceof IllegalStateException;
    }

    private static OmdbException unavailable(boolean retryable, String message) {
        return new OmdbException(Reason.UNAVAILABLE, retryable, message);
    }

    private String summary(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : Texts.oneLine(key.redact(message));
    }
}
