package io.github.ratingsstream.core.output;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.spark.FutureAction;
import org.apache.spark.api.java.JavaRDD;
import scala.Function1;
import scala.collection.JavaConverters;
import scala.concurrent.ExecutionContext;
import scala.runtime.BoxedUnit;
import scala.util.Try;

/**
 * All rows of a batch on the driver, in order; a partition's rows come when its task has ended. One job on all cores
 * computes them, whatever is read here. A small partition comes with its task; a larger one is fetched when it is its
 * turn, so that few rows are here at a time. Used by one thread.
 */
final class RowsInOrder<T> implements Iterator<T> {

    /** The most rows of a partition that comes with its task. It limits what waits here for earlier partitions. */
    private static final int MOST_WITH_THE_TASK = 4_000;

    /** The most rows that wait here for earlier partitions, or for a slow reader. What is more is fetched again. */
    private static final int MOST_WAITING = 40_000;

    private final JavaRDD<T> rdd;
    private final int count;
    /** The partitions not read yet. */
    private final Map<Integer, CompletableFuture<Rows<T>>> partitions = new ConcurrentHashMap<>();

    private final AtomicInteger waiting = new AtomicInteger();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final int wanted;
    private final FutureAction<BoxedUnit> job;
    private int next;
    private Iterator<T> rows = Collections.emptyIterator();

    /** At most this many rows of a partition are wanted; they may be all. */
    RowsInOrder(JavaRDD<T> rdd, int wanted) {
        this.rdd = rdd;
        this.wanted = wanted;
        this.count = rdd.getNumPartitions();
        IntStream.range(0, count).forEach(i -> partitions.put(i, new CompletableFuture<>()));
        job = begin();
    }

    private FutureAction<BoxedUnit> begin() {
        int most = Math.min(wanted, MOST_WITH_THE_TASK);
        boolean enough = wanted <= MOST_WITH_THE_TASK;
        List<Object> all = IntStream.range(0, count).<Object>mapToObj(i -> i).toList();
        FutureAction<BoxedUnit> begun = rdd.context()
                .submitJob(
                        rdd.rdd(),
                        (Function1<scala.collection.Iterator<T>, Rows<T>> & Serializable)
                                each -> read(each, most, enough),
                        JavaConverters.asScalaBuffer(all),
                        (index, read) -> {
                            partitions.get((Integer) index).complete(unlessTooMany(read));
                            return BoxedUnit.UNIT;
                        },
                        () -> BoxedUnit.UNIT);
        begun.onComplete(
                result -> {
                    ended(result);
                    return BoxedUnit.UNIT;
                },
                ExecutionContext.fromExecutor(Runnable::run));
        return begun;
    }

    private Rows<T> unlessTooMany(Rows<T> read) {
        if (waiting.addAndGet(read.few.size()) <= MOST_WAITING) {
            return read;
        }
        waiting.addAndGet(-read.few.size());
        return new Rows<>(new ArrayList<>(), false);
    }

    private void ended(Try<BoxedUnit> result) {
        if (result.isFailure()) {
            Throwable why = result.failed().get();
            partitions.values().forEach(each -> each.completeExceptionally(why));
            end.completeExceptionally(why);
        } else {
            end.complete(null);
        }
    }

    /** On an executor: reads to the end, or the rest of the partition would never be computed. */
    private static <T> Rows<T> read(scala.collection.Iterator<T> all, int most, boolean enough) {
        ArrayList<T> few = new ArrayList<>();
        while (all.hasNext() && few.size() < most) {
            few.add(all.next());
        }
        boolean more = all.hasNext();
        while (all.hasNext()) {
            all.next();
        }
        return more && !enough ? new Rows<>(new ArrayList<>(), false) : new Rows<>(few, true);
    }

    @Override
    public boolean hasNext() {
        while (!rows.hasNext() && next < count) {
            Rows<T> read = partitions.get(next).join();
            partitions.remove(next);
            waiting.addAndGet(-read.few.size());
            rows = (read.complete ? read.few : rdd.collectPartitions(new int[] {next})[0]).iterator();
            next++;
        }
        return rows.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return rows.next();
    }

    /** Waits until all partitions are computed, even those that nobody reads. */
    void await() {
        end.join();
    }

    /** Cancels what is not computed yet. */
    void cancel() {
        job.cancel();
    }

    /** A class, because Kryo 4 can't serialise a record. */
    private static final class Rows<T> implements Serializable {

        private static final long serialVersionUID = 1;

        private final ArrayList<T> few;
        private final boolean complete;

        Rows(ArrayList<T> few, boolean complete) {
            this.few = few;
            this.complete = complete;
        }
    }
}
