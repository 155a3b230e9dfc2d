package io.github.ratingsstream.app.kit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The far end of the job's socket: {@code nc -lk} in the test's hands. */
public final class TitleServer implements AutoCloseable {

    private static final int LOOK_MILLIS = 50;

    private final ServerSocket server;
    private final Socket placeholder = new Socket();
    private CompletableFuture<Socket> connection;

    TitleServer() throws IOException {
        this(0);
    }

    TitleServer(int port) throws IOException {
        server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        server.setSoTimeout(LOOK_MILLIS);
        connection = accept();
    }

    private CompletableFuture<Socket> accept() {
        return CompletableFuture.supplyAsync(() -> {
            while (true) {
                try {
                    return server.accept();
                } catch (SocketTimeoutException e) {
                    // The time to look whether it is closed: not every system wakes a thread that waits for that.
                    continue;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }

    public String port() {
        return String.valueOf(server.getLocalPort());
    }

    /** Waits for the job to connect, then sends the text. */
    public TitleServer send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    public TitleServer send(byte[] bytes) throws IOException {
        OutputStream out = connected().getOutputStream();
        out.write(bytes);
        out.flush();
        return this;
    }

    private Socket connected() throws IOException {
        try {
            return connection.get(10, TimeUnit.MINUTES);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IOException("the job did not connect", e);
        }
    }

    /** Ends this connection, and waits for another when asked to send more. */
    public TitleServer hangUp() throws IOException {
        connected().close();
        connection = accept();
        return this;
    }

    /** Refuses to be connected to, and keeps its port from others. */
    public void goAway() throws IOException {
        server.close();
        // Until it is, the port is open.
        connection.handle((accepted, closed) -> closed).join();
        placeholder.bind(server.getLocalSocketAddress());
    }

    /** Another one in its place. */
    public TitleServer comeBack() throws IOException {
        placeholder.close();
        return new TitleServer(server.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        placeholder.close();
        server.close();
        if (connection.isDone() && !connection.isCompletedExceptionally()) {
            connection.join().close();
        }
    }
}
