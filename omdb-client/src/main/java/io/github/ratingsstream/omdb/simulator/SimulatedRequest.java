package io.github.ratingsstream.omdb.simulator;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request that an {@link OmdbSimulator} received.
 *
 * @param parameters the query's parameters, decoded, in the order sent; never the API key
 * @param at when it arrived
 */
public record SimulatedRequest(Map<String, String> parameters, Instant at) {

    /** Copies the parameters. */
    public SimulatedRequest {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /**
     * The parameters without the API key as a query string, not encoded: easy to compare.
     *
     * @return such as {@code t=Dune&y=2021}
     */
    public String query() {
        StringBuilder query = new StringBuilder();
        parameters.forEach((name, value) -> query.append(query.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(value));
        return query.toString();
    }
}
