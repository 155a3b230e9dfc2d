package io.github.ratingsstream.omdb.internal.cache;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Lets the answers that were read last stay read, as most lookups are of few titles. The oldest go first, however often
 * they are given: that takes no note of a lookup, and a title in demand is soon read again.
 */
final class ReadLately {

    /** Of JSON, a thousand titles. */
    private static final int MOST_BYTES = 1 << 20;

    private final Queue<KeptAnswer> read = new ArrayDeque<>();
    private long bytes;

    synchronized void add(KeptAnswer kept, OmdbAnswer<?> answer) {
        kept.rememberRead(answer);
        read.add(kept);
        bytes += kept.bytes();
        while (bytes > MOST_BYTES) {
            KeptAnswer oldest = read.remove();
            oldest.forgetRead();
            bytes -= oldest.bytes();
        }
    }
}
