package io.github.ratingsstream.omdb.store.jdbc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A network in front of a server on this machine, which can be cut, or swallow what is sent. */
final class Relay implements AutoCloseable {

    private final int target;
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean targetSpokeLast = new AtomicBoolean(true);
    private final AtomicInteger turns = new AtomicInteger();
    private volatile boolean cut;
    private volatile CountDownLatch open = new CountDownLatch(0);

    Relay(int target) throws IOException {
        this.target = target;
        start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** How often the word went from the target to the client's side: trips there and back, for one connection. */
    int turns() {
        return turns.get();
    }

    void cut() {
        cut = true;
        sockets.forEach(Relay::close);
    }

    void swallow() {
        open = new CountDownLatch(1);
    }

    void mend() {
        cut = false;
        open.countDown();
    }

    private void accept() throws IOException, InterruptedException {
        while (!server.isClosed()) {
            Socket client = server.accept();
            if (cut) {
                close(client);
                continue;
            }
            Socket upstream = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(client);
            sockets.add(upstream);
            start(() -> copy(client, upstream, () -> {
                if (targetSpokeLast.getAndSet(false)) {
                    turns.incrementAndGet();
                }
            }));
            start(() -> copy(upstream, client, () -> targetSpokeLast.set(true)));
        }
    }

    private void copy(Socket from, Socket to, Runnable note) throws IOException, InterruptedException {
        byte[] buffer = new byte[8_192];
        try (from;
                to) {
            int count = from.getInputStream().read(buffer);
            while (count >= 0) {
                open.await();
                note.run();
                to.getOutputStream().write(buffer, 0, count);
                count = from.getInputStream().read(buffer);
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
        mend();
    }

    private interface Task {
        void run() throws IOException, InterruptedException;
    }

    private static void start(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException | InterruptedException ignored) {
                // The connection has ended, or the relay has.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException ignored) {
            // It is closed all the same.
        }
    }
}
