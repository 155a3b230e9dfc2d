package io.github.ratingsstream.omdb.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The cache in front of OMDb: it gives an answer again for the very same URL, however OMDb would answer now. It keeps
 * what OMDb itself says, refusals included, but no pages, no faults of a server and nothing that did not come whole.
 */
final class CachingEdge implements SimulatedExchange.Judge {

    /** The oldest gives way; real edges forget too. */
    private static final int MOST_KEPT = 100_000;

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final SimulatedExchange.Judge omdb;
    private final Duration ttl;
    private final Clock clock;
    private final Map<String, Kept> kept = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MOST_KEPT;
        }
    };
    private long hits;

    CachingEdge(SimulatedExchange.Judge omdb, Duration ttl, Clock clock) {
        this.omdb = omdb;
        this.ttl = ttl;
        this.clock = clock;
    }

    private record Kept(SimulatedAnswer answer, Instant since) {}

    @Override
    public SimulatedAnswer judge(ReceivedRequest received) {
        Instant now = clock.instant();
        return again(received.url(), now).orElseGet(() -> {
            SimulatedAnswer answer = omdb.judge(received);
            if (isKept(answer)) {
                keep(received.url(), new Kept(answer, now));
            }
            return answer;
        });
    }

    private synchronized Optional<SimulatedAnswer> again(String url, Instant now) {
        Kept old = kept.get(url);
        if (old == null || !now.isBefore(old.since.plus(ttl))) {
            return Optional.empty();
        }
        hits++;
        long age = Math.max(0, Duration.between(old.since, now).toSeconds());
        return Optional.of(old.answer.withHeaders(Map.of("CF-Cache-Status", "HIT", "Age", String.valueOf(age))));
    }

    private synchronized void keep(String url, Kept answer) {
        kept.remove(url);
        kept.put(url, answer);
    }

    private static boolean isKept(SimulatedAnswer answer) {
        return answer.ending() == Fault.Ending.WHOLE
                && answer.contentType().equals(SimulatedAnswer.JSON)
                && answer.status() < SERVER_ERROR
                && answer.status() != TOO_MANY_REQUESTS;
    }

    synchronized long hits() {
        return hits;
    }
}
