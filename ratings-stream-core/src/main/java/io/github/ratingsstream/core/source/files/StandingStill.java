package io.github.ratingsstream.core.source.files;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.jspecify.annotations.Nullable;

/**
 * Tells files that are whole from those that are still being written, of which nothing but their length and time gives
 * a sign. Used by one thread, on the driver.
 */
final class StandingStill {

    /** A file of that age is whole at first sight; one that moves for that long is worth a word. */
    static final Duration LONG = Duration.ofMinutes(1);

    /** After a pause Spark makes up its batches at once: two looks must be some time apart to show anything. */
    static final Duration APART = Duration.ofMillis(500);

    private final Clock clock;
    private final Map<String, Sighting> sightings = new HashMap<>();

    StandingStill(Clock clock) {
        this.clock = clock;
    }

    /** Looks at a file. True if it has the length and time of an earlier look, or its time is long ago. */
    boolean look(FileStatus file) {
        Instant now = clock.instant();
        String name = file.getPath().getName();
        if (file.getModificationTime() < now.minus(LONG).toEpochMilli()) {
            sightings.remove(name);
            return true;
        }
        Sighting before = sightings.get(name);
        if (before == null || !before.shows(file) || before.at.isAfter(now)) {
            sightings.put(name, new Sighting(file, now, before));
            return false;
        }
        before.stood |= !now.isBefore(before.at.plus(APART));
        return before.stood;
    }

    /** Whether a file has not stood still for long. True once, until it has. */
    boolean movesForLong(String name) {
        Sighting sighting = sightings.get(name);
        if (sighting == null || sighting.said || sighting.at.isBefore(sighting.first.plus(LONG))) {
            return false;
        }
        sighting.said = true;
        return true;
    }

    /** Forgets files that are no longer there. */
    void keepOnly(Set<String> names) {
        sightings.keySet().retainAll(names);
    }

    /** How a file looked, and since when it has been seen. */
    private static final class Sighting {

        private final long length;
        private final long modified;
        private final Instant at;
        private final Instant first;
        private boolean stood;
        private boolean said;

        Sighting(FileStatus file, Instant at, @Nullable Sighting before) {
            boolean stillMoves = before != null && !before.stood && !before.first.isAfter(at);
            this.length = file.getLen();
            this.modified = file.getModificationTime();
            this.at = at;
            this.first = stillMoves ? before.first : at;
            this.said = stillMoves && before.said;
        }

        boolean shows(FileStatus file) {
            return length == file.getLen() && modified == file.getModificationTime();
        }
    }
}
