package io.github.ratingsstream.core.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Output that nobody waits for: texts are queued, and a thread of their own writes them, however slow or stuck their
 * reader is. Thread-safe.
 */
public final class BackgroundOutput {

    private static final long LOOK_MILLIS = 20;

    private final OutputStream out;
    private final int most;
    private final BlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>();
    /** Queued, or being written. */
    private final AtomicInteger unwritten = new AtomicInteger();

    private volatile @Nullable IOException failure;
    private volatile long lastWriteNanos = System.nanoTime();

    /**
     * Output in a daemon thread.
     *
     * @param out where it goes in the end; flushed whenever no text is left
     * @param most the texts that may wait, 1 or more
     */
    public BackgroundOutput(OutputStream out, int most) {
        this.out = out;
        this.most = most;
        Thread writer = new Thread(this::write, "background-output");
        writer.setDaemon(true);
        writer.start();
    }

    /**
     * Queues a text. Never blocks.
     *
     * @param text the bytes; not to be changed afterwards
     * @return false if the text is left out, because too many wait or the output is closed
     */
    public boolean offer(byte[] text) {
        if (isClosed() || unwritten.get() >= most) {
            return false;
        }
        add(text);
        return true;
    }

    /** Queues a text though too many may wait: the end of something whose beginning was queued. */
    void add(byte[] text) {
        if (!isClosed()) {
            unwritten.incrementAndGet();
            waiting.add(text);
        }
    }

    /** {@return whether a write has failed: nobody reads any more, or a disk is full} */
    public boolean isClosed() {
        return failure != null;
    }

    /** {@return why a write has failed, if one has} */
    Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    /**
     * Waits until all is written.
     *
     * @param patience for how long nothing may have been written before it gives up
     * @return how many texts are not written; 0 if the output is closed
     */
    public int await(Duration patience) {
        long since = System.nanoTime();
        while (unwritten.get() > 0 && !isClosed()) {
            if (System.nanoTime() - Math.max(since, lastWriteNanos) > patience.toNanos()) {
                return unwritten.get();
            }
            pause();
        }
        return 0;
    }

    /** {@return a stream that queues what is written to it, and says at the next chance how much was left out} */
    public OutputStream asStream() {
        return new Queued();
    }

    private final class Queued extends OutputStream {

        private final AtomicInteger leftOut = new AtomicInteger();

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] text, int from, int length) {
            int before = leftOut.getAndSet(0);
            boolean queued = (before == 0
                            || offer(("… and " + before + " more, left out as nobody read this\n")
                                    .getBytes(StandardCharsets.UTF_8)))
                    && offer(Arrays.copyOfRange(text, from, from + length));
            if (!queued) {
                leftOut.addAndGet(before + 1);
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        List<byte[]> texts = new ArrayList<>();
        try {
            while (true) {
                texts.add(waiting.take());
                waiting.drainTo(texts);
                for (byte[] text : texts) {
                    out.write(text);
                    lastWriteNanos = System.nanoTime();
                    unwritten.decrementAndGet();
                }
                texts.clear();
                out.flush();
            }
        } catch (IOException e) {
            failure = e;
            waiting.clear();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
