package io.github.ratingsstream.omdb.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest requests, and the count of all: a simulator may serve a demo for months. */
final class RequestRecord {

    private final int most;
    private final Deque<SimulatedRequest> latest = new ArrayDeque<>();
    private long count;

    RequestRecord(int most) {
        this.most = most;
    }

    synchronized void add(SimulatedRequest request) {
        count++;
        latest.add(request);
        if (latest.size() > most) {
            latest.remove();
        }
    }

    synchronized List<SimulatedRequest> latest() {
        return List.copyOf(latest);
    }

    synchronized long count() {
        return count;
    }
}
