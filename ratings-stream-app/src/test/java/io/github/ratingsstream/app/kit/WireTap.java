package io.github.ratingsstream.app.kit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Something between the job and OMDb that passes requests on and counts them: a proxy, or OMDb behind TLS. */
public final class WireTap implements AutoCloseable {

    public static final String PASSWORD = "changeit";

    private final HttpServer server;
    private final URI behind;
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger passedOn = new AtomicInteger();

    private WireTap(HttpServer server, URI behind) {
        this.server = server;
        this.behind = behind;
        server.createContext("/", this::passOn);
        server.start();
    }

    /** A plain HTTP proxy, whatever host it is asked for. */
    public static WireTap proxy(URI behind) throws IOException {
        return new WireTap(HttpServer.create(anyPort(), 0), behind);
    }

    /** OMDb behind TLS, with a certificate that nobody knows who does not trust {@link #keyStore}. */
    public static WireTap tls(URI behind, Path keyStore) throws Exception {
        KeyStore keys = KeyStore.getInstance(keyStore.toFile(), PASSWORD.toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(anyPort(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return new WireTap(server, behind);
    }

    /** A fresh key and a certificate for localhost, which signs itself; serves as trust store too. */
    public static Path keyStore(Path folder) throws IOException, InterruptedException {
        Path store = folder.resolve("localhost.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "localhost",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-keyalg",
                        "EC",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        if (!keytool.waitFor(10, TimeUnit.MINUTES) || !Files.exists(store)) {
            throw new IOException("keytool made no key");
        }
        return store;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public int passedOn() {
        return passedOn.get();
    }

    private void passOn(HttpExchange exchange) throws IOException {
        passedOn.incrementAndGet();
        URI to = URI.create(behind + "?" + exchange.getRequestURI().getRawQuery());
        HttpRequest request = HttpRequest.newBuilder(to)
                .header("User-Agent", exchange.getRequestHeaders().getFirst("User-Agent"))
                .build();
        try (exchange) {
            HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(answer.statusCode(), 0);
            answer.body().transferTo(exchange.getResponseBody());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
