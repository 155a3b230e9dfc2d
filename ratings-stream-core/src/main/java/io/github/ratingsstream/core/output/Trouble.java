package io.github.ratingsstream.core.output;

import io.github.ratingsstream.core.result.LookupResult;
import java.io.Serial;
import java.io.Serializable;

/** A line without a rating, and how often it came in the batch with the same end. No record: Kryo 4 can't fill one. */
final class Trouble implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final LookupResult result;
    private final long times;

    Trouble(LookupResult result, long times) {
        this.result = result;
        this.times = times;
    }

    LookupResult result() {
        return result;
    }

    long times() {
        return times;
    }

    boolean isLike(Trouble other) {
        return result.outcome() == other.result.outcome()
                && result.input().strip().equals(other.result.input().strip())
                && result.note().equals(other.result.note());
    }

    Trouble and(Trouble more) {
        return new Trouble(result, times + more.times);
    }
}
