package io.github.ratingsstream.omdb.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContextBuilder;

/** A certificate for localhost that nobody has signed, made by the JDK's keytool in a folder of the test's. */
public record SelfSigned(Path store) {

    public static final String PASSWORD = "for this test";

    public static SelfSigned in(Path folder) throws Exception {
        Path store = folder.resolve("localhost.p12");
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "localhost",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,dns:omdb.test,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(keytool.exitValue()).isZero();
        return new SelfSigned(store);
    }

    /** Shows the certificate. */
    public SSLContext server() throws Exception {
        return SSLContextBuilder.create()
                .loadKeyMaterial(store, PASSWORD.toCharArray(), PASSWORD.toCharArray())
                .build();
    }

    /** Trusts it, and nothing else. */
    public SSLContext client() throws Exception {
        return SSLContextBuilder.create()
                .loadTrustMaterial(store, PASSWORD.toCharArray())
                .build();
    }
}
