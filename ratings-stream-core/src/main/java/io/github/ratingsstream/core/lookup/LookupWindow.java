package io.github.ratingsstream.core.lookup;

import io.github.ratingsstream.core.lookup.LinesAhead.Attempt;
import io.github.ratingsstream.core.result.LookupResult;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.util.TaskCompletionListener;
import org.apache.spark.util.TaskFailureListener;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * Looks up the records of a partition, several at a time; results come out in the order of the records.
 *
 * <p>Two bounds: how many lookups are in flight in this JVM, and how many of the task are started and not yet given out. A slow one at the head
 * holds back results, not calls, until the second bound is reached.
 *
 * <p>When the task ends early, what it started is cancelled. Used by one thread.
 */
final class LookupWindow<T> implements Iterator<Tuple2<T, LookupResult>> {

    private static final long POLL_MILLIS = 100;

    private final OwnRecords<T> records;
    private final LinesAhead ahead;
    private final LineLookup lookup;
    private final int buffer;
    private final KnownLines known;
    private final Queue<StartedRecord<T>> started = new ArrayDeque<>();
    private final InFlight inFlight;
    private final Semaphore landed = new Semaphore(0);
    private final @Nullable TaskContext task = TaskContext.get();
    private int startedAhead;

    LookupWindow(OwnRecords<T> records, LinesAhead ahead, LineLookup lookup, InFlight inFlight, int buffer) {
        this.records = records;
        this.ahead = ahead;
        this.lookup = lookup;
        this.inFlight = inFlight;
        this.buffer = buffer;
        this.known = new KnownLines(buffer);
        inFlight.ring(landed);
        if (task != null) {
            TaskCompletionListener cancelOwn = context -> end();
            TaskFailureListener cancelAhead = (context, error) -> ahead.cancel();
            task.addTaskCompletionListener(cancelOwn);
            task.addTaskFailureListener(cancelAhead);
        }
    }

    @Override
    public boolean hasNext() {
        return !started.isEmpty() || records.hasNext();
    }

    @Override
    public Tuple2<T, LookupResult> next() {
        while (true) {
            if (isKilled()) {
                throw killed();
            }
            startOwn();
            StartedRecord<T> head = started.peek();
            if (head != null && head.result().isDone()) {
                started.remove();
                return head.pair();
            }
            if (head != null) {
                startAhead(head.result());
            } else if (!records.hasNext()) {
                throw new NoSuchElementException();
            }
            // Even if no lookup is awaited: a result can be taken a moment before its landing is counted.
            awaitLanding();
        }
    }

    private void startOwn() {
        while (mayStart() && records.hasNext()) {
            started.add(records.next(this::start, known));
        }
    }

    /** Only while an answer is awaited: otherwise lines would be read twice for nothing. */
    private void startAhead(CompletableFuture<LookupResult> awaited) {
        // Own lines come first: an answer may land at any moment, and the slot it frees is for them.
        while (!awaited.isDone() && !isKilled() && mayStart() && !records.hasNext()) {
            Attempt attempt = ahead.start(this::startUnlessKnown);
            if (attempt == Attempt.NONE) {
                return;
            }
            startedAhead += attempt == Attempt.STARTED ? 1 : 0;
        }
    }

    private Optional<CompletableFuture<LookupResult>> startUnlessKnown(String line) {
        if (known.find(line).isPresent()) {
            return Optional.empty();
        }
        CompletableFuture<LookupResult> result = start(line);
        known.add(line, result);
        return Optional.of(result);
    }

    private CompletableFuture<LookupResult> start(String line) {
        CompletableFuture<LookupResult> result = lookup.start(line);
        inFlight.count(result);
        return result;
    }

    private boolean mayStart() {
        return inFlight.mayGrow() && started.size() + startedAhead < buffer;
    }

    /** Spark does not interrupt a killed task's thread by default, so the task has to check for itself. */
    private boolean isKilled() {
        return task != null && task.isInterrupted();
    }

    private void awaitLanding() {
        try {
            if (landed.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                landed.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw killed();
        }
    }

    private TaskKilledException killed() {
        cancelOwn();
        ahead.cancel();
        return new TaskKilledException("while waiting for a lookup");
    }

    private void end() {
        inFlight.ringNoMore(landed);
        cancelOwn();
    }

    private void cancelOwn() {
        started.forEach(each -> each.result().cancel(true));
        started.clear();
        records.cancelStartedBefore();
    }
}
