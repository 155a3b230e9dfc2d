package io.github.ratingsstream.omdb.internal.http;

import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.internal.async.Errors;
import io.github.ratingsstream.omdb.internal.settings.ApiKey;
import io.github.ratingsstream.omdb.internal.settings.OmdbConfig;
import io.github.ratingsstream.omdb.internal.text.OneLine;
import java.io.UnsupportedEncodingException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.MessageConstraintException;

/** Says in one line what went wrong on the wire. Causes are dropped, as their messages may quote the URL. */
final class TransportErrors {

    private final ApiKey key;
    private final String host;
    private final ProxyInFront proxy;
    private final Duration attemptTimeout;
    private final BooleanSupplier closed;

    /** The supplier tells whether the client is closed. */
    TransportErrors(ApiKey key, URI baseUrl, Duration attemptTimeout, BooleanSupplier closed) {
        this.closed = closed;
        this.key = key;
        this.host = baseUrl.getHost();
        this.proxy = new ProxyInFront(baseUrl);
        this.attemptTimeout = attemptTimeout;
    }

    OmdbException translate(Throwable error) {
        Throwable cause = Errors.unwrapped(error);
        if (cause instanceof OmdbException known) {
            return known;
        }
        if (isTimeout(cause)) {
            return timeout(cause);
        }
        if (closed.getAsBoolean()) {
            return new OmdbException(Reason.STOPPING, true, OmdbConfig.CLOSED);
        }
        if (isUnreadable(cause)) {
            return new OmdbException(Reason.MALFORMED, false, "an answer that can't be read: " + summary(cause));
        }
        return noConnection(cause);
    }

    /** OMDb was not reached, so the proxy's status says nothing about the key or the quota. */
    OmdbException refusedByProxy(int status) {
        String name =
                "the proxy" + proxy.address().map(address -> " " + address).orElse("");
        if (status == HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED) {
            String user = proxy.target().getScheme() + ".proxyUser";
            return unavailable(false, name + " wants a login (407); set " + user + " and its proxyPassword");
        }
        return unavailable(
                status >= HttpStatus.SC_SERVER_ERROR, name + " does not connect to " + host + ": it answers " + status);
    }

    /** The library's timeout of HTTP/2 is an error of the connection, and known by its text alone. */
    private static boolean isTimeout(Throwable cause) {
        return cause instanceof SocketTimeoutException
                || String.valueOf(cause.getMessage()).startsWith("Timeout due to inactivity");
    }

    /** Answers that would be the same if asked again. */
    private static boolean isUnreadable(Throwable cause) {
        return cause instanceof BodyTooLargeException
                || cause instanceof ZipException
                || cause instanceof HttpException
                || cause instanceof UnsupportedEncodingException
                || cause instanceof UnsupportedCharsetException
                || cause instanceof MessageConstraintException
                || cause.getCause() instanceof HttpException;
    }

    private OmdbException timeout(Throwable cause) {
        return cause instanceof ConnectTimeoutException ? unavailable(true, "no connection to " + within()) : tooSlow();
    }

    OmdbException tooSlow() {
        return new OmdbException(Reason.TIMEOUT, true, "no answer from " + within());
    }

    private String within() {
        return hostAndProxy() + " within " + attemptTimeout.toMillis() + " ms";
    }

    private OmdbException noConnection(Throwable cause) {
        if (cause instanceof UnknownHostException) {
            Optional<String> unknown = proxy.address();
            return unknown.isPresent()
                    ? unavailable(
                            true,
                            "the proxy " + unknown.get() + " is not known; check "
                                    + proxy.target().getScheme() + ".proxyHost")
                    : unavailable(true, "the host " + host + " is not known; check the name and the network");
        }
        if (cause instanceof SSLException) {
            return unavailable(
                    false,
                    "no secure connection to " + hostAndProxy() + " (" + summary(cause)
                            + "); check the trust store (javax.net.ssl.trustStore)");
        }
        return unavailable(true, "the connection to " + hostAndProxy() + " failed (" + summary(cause) + ")");
    }

    private String hostAndProxy() {
        return host
                + proxy.address()
                        .map(address -> " through the proxy " + address)
                        .orElse("");
    }

    private static OmdbException unavailable(boolean retryable, String message) {
        return new OmdbException(Reason.UNAVAILABLE, retryable, message);
    }

    private String summary(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : OneLine.of(key.redact(message));
    }
}
