package io.github.ratingsstream.omdb.simulator;

import org.jspecify.annotations.Nullable;

/** Decides how a request is answered. */
interface SimulatedJudge {

    SimulatedAnswer judge(SimulatedRequest request, String apiKey, @Nullable String userAgent);
}
