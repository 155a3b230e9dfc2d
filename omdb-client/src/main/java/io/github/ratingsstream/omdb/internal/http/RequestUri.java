package io.github.ratingsstream.omdb.internal.http;

import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.request.OmdbRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.hc.core5.net.URIBuilder;

/** Writes a request as OMDb's query string, still without the key. */
public final class RequestUri {

    private final URI base;

    public RequestUri(URI base) {
        this.base = base;
    }

    /** Always in the same order, as a cache on the way goes by that. */
    public URI of(OmdbRequest<?> request) {
        URIBuilder uri = new URIBuilder(base);
        request.parameters(uri::addParameter);
        return built(uri);
    }

    /** A form of the same request that no cache has seen. */
    public URI unseen(OmdbRequest<?> request) {
        URIBuilder uri = new URIBuilder(base);
        request.parameters(uri::addParameter);
        uri.addParameter("_", Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36));
        return built(uri);
    }

    private static URI built(URIBuilder uri) {
        try {
            return uri.build();
        } catch (URISyntaxException e) {
            // Its message contains the URL, so it is not passed on.
            throw new OmdbException(OmdbException.Reason.BAD_REQUEST, false, "the request can't be written as a URL");
        }
    }
}
