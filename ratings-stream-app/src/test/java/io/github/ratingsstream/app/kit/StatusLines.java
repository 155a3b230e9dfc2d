package io.github.ratingsstream.app.kit;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The numbers of a job's status lines, summed over its batches. */
public final class StatusLines {

    private static final Pattern LINE =
            Pattern.compile(" titles (\\d+): rated (\\d+), unrated (\\d+), not found (\\d+),"
                    + " invalid (\\d+), failed (\\d+); calls (\\d+), ");

    private final List<MatchResult> batches;

    private StatusLines(List<MatchResult> batches) {
        this.batches = batches;
    }

    public static StatusLines of(Submission job) {
        return new StatusLines(
                LINE.matcher(String.join("\n", job.stderr())).results().toList());
    }

    public long titles() {
        return sum(1);
    }

    public long outcomes() {
        return sum(2) + sum(3) + sum(4) + sum(5) + sum(6);
    }

    public long failed() {
        return sum(6);
    }

    public long calls() {
        return sum(7);
    }

    private long sum(int group) {
        return batches.stream()
                .mapToLong(batch -> Long.parseLong(batch.group(group)))
                .sum();
    }
}
