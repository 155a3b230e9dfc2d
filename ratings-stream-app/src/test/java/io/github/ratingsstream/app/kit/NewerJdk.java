package io.github.ratingsstream.app.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** A JDK that is installed beside the one that runs. */
public final class NewerJdk {

    private static final int FIRST_TOO_NEW = 23;

    private NewerJdk() {}

    public static Optional<Path> tooNewForSpark() throws IOException {
        Path own = Path.of(System.getProperty("java.home")).toRealPath();
        try (Stream<Path> siblings = Files.list(own.getParent())) {
            return siblings.filter(NewerJdk::isTooNew).findFirst();
        }
    }

    private static boolean isTooNew(Path home) {
        Path release = home.resolve("release");
        if (!Files.isRegularFile(release)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(release)) {
            Properties properties = new Properties();
            properties.load(in);
            String major = properties.getProperty("JAVA_VERSION", "0").replaceAll("\"|\\..*", "");
            return major.matches("\\d{2,3}") && Integer.parseInt(major) >= FIRST_TOO_NEW;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
