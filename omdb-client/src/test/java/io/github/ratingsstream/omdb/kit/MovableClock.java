package io.github.ratingsstream.omdb.kit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is moved. */
public final class MovableClock extends Clock {

    private final AtomicReference<Runnable> before = new AtomicReference<>(() -> {});
    private volatile Instant now = Instant.parse("2026-11-23T10:00:00Z");

    /** Runs the task once, right before the time is told the next time. */
    public void beforeNextLook(Runnable task) {
        before.set(task);
    }

    public void advance(Duration time) {
        now = now.plus(time);
    }

    public void set(String instant) {
        now = Instant.parse(instant);
    }

    @Override
    public Instant instant() {
        before.getAndSet(() -> {}).run();
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
