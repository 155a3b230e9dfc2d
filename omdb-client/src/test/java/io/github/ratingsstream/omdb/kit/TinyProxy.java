package io.github.ratingsstream.omdb.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** A proxy that forwards http and tunnels https, or refuses to. Keeps what it was asked. */
public final class TinyProxy implements AutoCloseable {

    private final ServerSocket listening;
    private final Queue<String> heads = new ConcurrentLinkedQueue<>();
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private volatile Function<String, Optional<String>> refusal = head -> Optional.empty();

    public TinyProxy() throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(() -> {
            while (!listening.isClosed()) {
                Socket client = listening.accept();
                sockets.add(client);
                start(() -> serve(client));
            }
        });
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** The first line and the headers of each request. */
    public Queue<String> heads() {
        return heads;
    }

    /** Given a request's head, gives the answer it is refused with, if it is. */
    public void refuseWhen(Function<String, Optional<String>> rule) {
        refusal = rule;
    }

    public void refuse(int status, String body) {
        refuseWhen(head -> Optional.of(answer(status, "", body)));
    }

    public static String answer(int status, String headers, String body) {
        return "HTTP/1.1 " + status + " Because\r\n" + headers + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private void serve(Socket client) throws IOException {
        while (true) {
            String head = head(client.getInputStream());
            if (head.isEmpty()) {
                return;
            }
            heads.add(head);
            Optional<String> refused = refusal.apply(head);
            if (refused.isEmpty()) {
                connect(head, client);
                return;
            }
            client.getOutputStream().write(refused.get().getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void connect(String head, Socket client) throws IOException {
        String[] line = head.split(" ", 3);
        boolean tunnel = line[0].equals("CONNECT");
        URI target = URI.create(tunnel ? "https://" + line[1] : line[1]);
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target.getPort());
        sockets.add(server);
        if (tunnel) {
            client.getOutputStream().write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } else {
            String forwarded = head.replace(line[1], target.getRawPath() + "?" + target.getRawQuery());
            server.getOutputStream().write(forwarded.getBytes(StandardCharsets.US_ASCII));
        }
        start(() -> pump(server, client));
        pump(client, server);
    }

    private static void pump(Socket from, Socket to) throws IOException {
        try (from;
                to;
                OutputStream out = to.getOutputStream()) {
            from.getInputStream().transferTo(out);
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.append((char) next);
            if (head.toString().endsWith("\r\n\r\n")) {
                return head.toString();
            }
        }
        return "";
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException ignored) {
                        // A side has gone.
                    }
                },
                "tiny-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
