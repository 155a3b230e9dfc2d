package io.github.ratingsstream.omdb.simulator;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Judges a request as OMDb does: first what its edge blocks, then the key, then the quota, and finally the question.
 */
final class SimulatedRules {

    private final SimulatedAnswers answers;
    private final @Nullable String apiKey;
    private final AtomicLong callsLeft;

    SimulatedRules(SimulatedAnswers answers, @Nullable String apiKey, long dailyLimit) {
        this.answers = answers;
        this.apiKey = apiKey;
        this.callsLeft = new AtomicLong(dailyLimit);
    }

    void setCallsLeft(long calls) {
        callsLeft.set(calls);
    }

    SimulatedAnswer answer(Map<String, String> parameters, String key, @Nullable String userAgent) {
        if (userAgent == null || parameters.values().stream().anyMatch(value -> value.indexOf('\u00A0') >= 0)) {
            return Fault.page(403).answer();
        }
        if (parameters.values().stream().anyMatch(value -> value.indexOf('<') >= 0)) {
            return Fault.page(500).answer();
        }
        if (key.isEmpty()) {
            return SimulatedAnswer.error(401, "No API key provided.");
        }
        if (apiKey != null && !apiKey.equals(key)) {
            return SimulatedAnswer.error(401, "Invalid API key!");
        }
        if (callsLeft.getAndUpdate(calls -> Math.max(0, calls - 1)) <= 0) {
            return SimulatedAnswer.error(401, "Request limit reached!");
        }
        return answers.answer(parameters);
    }
}
