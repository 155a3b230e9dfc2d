package io.github.ratingsstream.omdb.internal.lookup;

import io.github.ratingsstream.omdb.answer.OmdbException;
import java.io.Serial;

/**
 * A failure that may not mean what it says: a refusal that a cache on the way has given, or a page in place of OMDb's
 * JSON, which may be meant for one title or for all.
 */
final class DoubtfulFailure extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final OmdbException meaning;
    private final boolean fromCache;

    private DoubtfulFailure(OmdbException meaning, boolean fromCache) {
        super(meaning);
        this.meaning = meaning;
        this.fromCache = fromCache;
    }

    static DoubtfulFailure fromCache(OmdbException refusal) {
        return new DoubtfulFailure(refusal, true);
    }

    static DoubtfulFailure page(OmdbException meaning) {
        return new DoubtfulFailure(meaning, false);
    }

    /** What it is if it is what it looks like. */
    OmdbException meaning() {
        return meaning;
    }

    boolean isFromCache() {
        return fromCache;
    }
}
