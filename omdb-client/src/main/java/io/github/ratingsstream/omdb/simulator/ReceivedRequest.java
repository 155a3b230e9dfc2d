package io.github.ratingsstream.omdb.simulator;

import org.jspecify.annotations.Nullable;

/** A request with what its record leaves out; the URL has the API key in it. */
record ReceivedRequest(
        SimulatedRequest request,
        String url,
        String apiKey,
        @Nullable String userAgent) {}
