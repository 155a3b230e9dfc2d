package io.github.ratingsstream.app.demo;

import io.github.ratingsstream.app.terminal.Console;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The far end of the demo's socket: types the bundled titles as a person with nc would, and knows when all are done.
 */
public final class Demo implements AutoCloseable {

    private static final long PAUSE_MILLIS = 150;

    private final List<String> titles = Catalogue.lines("demo-titles.txt");
    private final ServerSocket server;
    private final AtomicLong left = new AtomicLong(titles.size());
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Opens a port on the loopback interface, and starts to type when somebody connects to it. */
    public Demo() {
        try {
            this.server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("the demo can't open a port on the loopback interface", e);
        }
        Thread typist = new Thread(this::type, "demo-typist");
        typist.setDaemon(true);
        typist.start();
    }

    /** {@return the socket's host} */
    public String host() {
        return server.getInetAddress().getHostAddress();
    }

    /** {@return the socket's port} */
    public int port() {
        return server.getLocalPort();
    }

    /** {@return how many lines it types} */
    public int size() {
        return titles.size();
    }

    /**
     * Counts lines that are done.
     *
     * @param lines how many lines of a batch are done
     * @return whether all lines are done
     */
    public boolean done(long lines) {
        return left.addAndGet(-lines) <= 0;
    }

    private void type() {
        try (Socket socket = server.accept();
                OutputStream out = socket.getOutputStream()) {
            for (String title : titles) {
                out.write((title + "\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
                if (closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
            closed.await();
        } catch (IOException e) {
            if (closed.getCount() > 0) {
                Console.say("the demo's socket failed: " + e.getMessage());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
    }
}
