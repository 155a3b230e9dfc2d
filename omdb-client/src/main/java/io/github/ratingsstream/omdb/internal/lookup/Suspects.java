package io.github.ratingsstream.omdb.internal.lookup;

import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * Decides about lookups that got a page in place of OMDb's JSON. It may be meant for one title, or for all of them:
 * what follows tells. They wait, without a permit, until a call sent later is answered, or others get a page too.
 */
final class Suspects {

    private static final int IN_A_ROW = 3;
    private static final int IN_A_ROW_AT_THE_END = 2;

    private record Suspect(Lookup<?> lookup, OmdbException failure, long since) {}

    private record Verdict(boolean outage, List<Suspect> suspects) {}

    private static final Verdict NONE = new Verdict(false, List.of());

    private final Ends ends;
    private final Brake brake;
    private final IntSupplier underWay;
    private final List<Suspect> waiting = new ArrayList<>();
    private int inARow;

    /** The supplier counts the lookups that have not ended. */
    Suspects(Ends ends, Brake brake, IntSupplier underWay) {
        this.ends = ends;
        this.brake = brake;
        this.underWay = underWay;
    }

    /** A page came for this lookup; the failure is what it means if it was meant for this title alone. */
    void add(Lookup<?> lookup, OmdbException failure) {
        synchronized (this) {
            waiting.add(new Suspect(lookup, failure, System.nanoTime()));
            inARow++;
        }
        look();
    }

    /** OMDb has answered: who got a page before this was sent got it for the title. */
    void answered(Lookup<?> lookup) {
        long sentNanos = lookup.attemptSince();
        List<Suspect> cleared = new ArrayList<>();
        synchronized (this) {
            if (inARow == 0) {
                return;
            }
            inARow = 0;
            waiting.removeIf(suspect -> sentNanos - suspect.since > 0 && cleared.add(suspect));
        }
        end(new Verdict(false, cleared));
    }

    /** Decides, if what is there is enough. To be called whenever a lookup has ended. */
    void look() {
        end(verdict());
    }

    private synchronized Verdict verdict() {
        if (waiting.isEmpty()) {
            return NONE;
        }
        waiting.removeIf(suspect -> suspect.lookup.hasEnded());
        boolean nothingFollows = waiting.size() >= underWay.getAsInt();
        boolean outage = inARow >= IN_A_ROW || nothingFollows && inARow >= IN_A_ROW_AT_THE_END && waiting.size() > 1;
        List<Suspect> decided = outage || nothingFollows ? List.copyOf(waiting) : List.of();
        waiting.removeAll(decided);
        return new Verdict(outage, decided);
    }

    private void end(Verdict verdict) {
        if (verdict.outage && !verdict.suspects.isEmpty()) {
            brake.shut("something between here and OMDb answers instead of OMDb");
        }
        for (Suspect suspect : verdict.suspects) {
            if (verdict.outage) {
                ends.stopped(suspect.lookup, outage(suspect.failure).withRetryAfter(Brake.PAUSE));
            } else {
                ends.failed(suspect.lookup, suspect.failure);
            }
        }
    }

    private static OmdbException outage(OmdbException failure) {
        return new OmdbException(
                Reason.UNAVAILABLE,
                true,
                "something between here and OMDb answers every request: " + failure.getMessage());
    }
}
