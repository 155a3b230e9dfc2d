package io.github.ratingsstream.omdb.internal.async;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Threads for work that may block: half as many as there are cores, and more where these wait, or work
 * for long, while there is other work. So
 * a task may wait for a later one without a deadlock, and tasks that don't wait are spared the switch of threads.
 */
public final class Workers implements Executor, AutoCloseable {

    /** Not all cores: other threads serve the connections. */
    private static final int FEW = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private static final int IDLE_SECONDS = 10;
    private static final int MILLIS_BETWEEN_LOOKS = 10;

    private final ScheduledExecutorService timer;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean watched = new AtomicBoolean();
    private final ThreadPoolExecutor pool;
    private long endedBefore;

    public Workers(String name, ScheduledExecutorService timer) {
        this.timer = timer;
        this.pool = new ThreadPoolExecutor(
                FEW, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(() -> during(task), name);
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
    }

    private void during(Runnable life) {
        threads.add(Thread.currentThread());
        try {
            life.run();
        } finally {
            threads.remove(Thread.currentThread());
        }
    }

    /** Runs the task on the executor; on the caller's thread if the executor can't take it, rather than never. */
    @SuppressWarnings("checkstyle:IllegalCatch") // A JVM that can't start a thread throws an OutOfMemoryError.
    public static void run(Executor executor, Runnable task) {
        try {
            executor.execute(task);
        } catch (Throwable e) {
            task.run();
        }
    }

    /** Runs the task on a thread of its own, if there can be one. */
    @Override
    public void execute(Runnable task) {
        run(pool, task);
        if (!watched.get()) {
            watch();
        }
    }

    private void watch() {
        boolean needed = !pool.getQueue().isEmpty() || pool.getCorePoolSize() > FEW;
        if (needed && watched.compareAndSet(false, true)) {
            try {
                timer.schedule(this::look, MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException closed) {
                grow();
            }
        }
    }

    private void look() {
        grow();
        watched.set(false);
        watch();
    }

    /** Makes up for the threads that wait, or work for long. */
    private synchronized void grow() {
        int waiting = pool.getQueue().size();
        long ended = pool.getCompletedTaskCount();
        boolean stuck = ended == endedBefore;
        endedBefore = ended;
        long busy = threads.stream()
                .filter(thread -> thread.getState() == Thread.State.RUNNABLE)
                .count();
        if (waiting > 0 && (stuck || busy < FEW)) {
            pool.setCorePoolSize(pool.getPoolSize() + Math.min(waiting, FEW));
        } else if (waiting == 0 && pool.getCorePoolSize() > FEW) {
            pool.setCorePoolSize(FEW);
        }
    }

    /** Lets the tasks end that have begun or are in line. */
    @Override
    public void close() {
        grow();
        pool.shutdown();
    }
}
