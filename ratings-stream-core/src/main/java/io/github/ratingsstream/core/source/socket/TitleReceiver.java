package io.github.ratingsstream.core.source.socket;

import io.github.ratingsstream.core.io.LineReader;
import io.github.ratingsstream.core.notice.Notices;
import io.github.ratingsstream.core.notice.RootCause;
import java.io.IOException;
import java.io.Serial;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.streaming.receiver.BlockGenerator;
import org.apache.spark.streaming.receiver.Receiver;

/**
 * Reads lines from a socket for as long as the job runs, and waits quietly where Spark's own receiver would restart
 * with a stack trace every two seconds. When stopped, it first takes in what has already arrived.
 */
final class TitleReceiver extends Receiver<String> {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int POLL_MILLIS = 100;
    private static final long RETRY_MILLIS = 1_000;
    private static final long DRAIN_MILLIS = 2_000;
    private static final long LAST_LINES_MILLIS = 30_000;

    private final TitleSocket titles;
    private final Notices notices;
    private final ReceivedLines received;
    private transient CountDownLatch stopping;
    private transient Thread thread;
    private transient BlockGenerator blocks;
    private transient boolean waitingSaid;

    TitleReceiver(TitleSocket titles, StorageLevel storageLevel, ReceivedLines received) {
        super(storageLevel);
        this.titles = titles;
        this.notices = titles.notices();
        this.received = received;
    }

    @Override
    public void onStart() {
        stopping = new CountDownLatch(1);
        waitingSaid = false;
        blocks = supervisor().createBlockGenerator(new StoredBlocks(supervisor()));
        blocks.start();
        thread = new Thread(this::run, "title-receiver");
        thread.setDaemon(true);
        thread.start();
    }

    /** Spark takes no more lines once this returns, so it waits until the last ones are read and stored. */
    @Override
    public void onStop() {
        stopping.countDown();
        try {
            thread.join(LAST_LINES_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            blocks.stop();
        }
    }

    private void run() {
        boolean stopped = false;
        while (!stopped) {
            try (Socket socket = titles.connect()) {
                socket.setSoTimeout(POLL_MILLIS);
                read(socket);
            } catch (IOException e) {
                sayWaiting(titles + " does not answer; waiting for it (try: nc -lk " + titles.port() + ")");
            } catch (Exception e) {
                // Scala does not declare it: Spark takes no more lines.
                notices.say("lines from " + titles + " came too late for the stop and are lost: " + RootCause.of(e));
                return;
            }
            stopped = awaitStop();
        }
    }

    private void read(Socket socket) throws IOException {
        notices.say("reading titles from " + titles);
        waitingSaid = false;
        LineReader lines = new LineReader(socket.getInputStream(), titles.maxLineLength());
        try {
            readUntilStopping(lines);
            if (isStopping()) {
                drain(lines);
            }
        } finally {
            storeRest(lines);
        }
    }

    private void readUntilStopping(LineReader lines) throws IOException {
        while (!isStopping()) {
            try {
                String line = lines.next();
                if (line == null) {
                    sayWaiting(titles + " closed the connection; waiting for it to come back");
                    return;
                }
                take(line);
            } catch (SocketTimeoutException silence) {
                // Time to see whether the job is stopping.
                continue;
            }
        }
    }

    /**
     * Takes in what has already arrived, until the socket is silent. A sender that never pauses is cut off, with a
     * notice.
     */
    private void drain(LineReader lines) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(DRAIN_MILLIS);
        try {
            while (System.nanoTime() < deadline) {
                String line = lines.next();
                if (line == null) {
                    return;
                }
                take(line);
            }
        } catch (SocketTimeoutException silence) {
            return;
        }
        notices.say(titles + " went on sending: what comes more than " + DRAIN_MILLIS / 1_000
                + " s after the stop is not taken");
    }

    /** Stores the lines in the buffer, even a last one without an end. */
    private void storeRest(LineReader lines) {
        for (String line = lines.nextBuffered(); line != null; line = lines.nextBuffered()) {
            take(line);
        }
    }

    private void take(String line) {
        // Counted first: a line that Spark refuses then shows up as missing at the end.
        received.addOne();
        blocks.addData(line);
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private boolean awaitStop() {
        try {
            return stopping.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void sayWaiting(String line) {
        if (!waitingSaid && !isStopping()) {
            notices.say(line);
            waitingSaid = true;
        }
    }
}
