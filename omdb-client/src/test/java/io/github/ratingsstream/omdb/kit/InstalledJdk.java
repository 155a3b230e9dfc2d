package io.github.ratingsstream.omdb.kit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** A JDK on this machine: beside the one that runs, or where a {@code JAVA_HOME…} variable points to. */
public record InstalledJdk(Path home, int version) {

    public static Optional<InstalledJdk> newest() throws IOException {
        try (Stream<Path> siblings =
                Files.list(Path.of(System.getProperty("java.home")).toRealPath().getParent())) {
            Stream<Path> named = System.getenv().entrySet().stream()
                    .filter(variable -> variable.getKey().startsWith("JAVA_HOME"))
                    .map(variable -> Path.of(variable.getValue()));
            return Stream.concat(siblings, named)
                    .map(InstalledJdk::in)
                    .flatMap(Optional::stream)
                    .max(Comparator.comparingInt(InstalledJdk::version));
        }
    }

    private static Optional<InstalledJdk> in(Path home) {
        Path release = home.resolve("release");
        if (!Files.isRegularFile(release) || !Files.isExecutable(java(home))) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(release)) {
            Properties properties = new Properties();
            properties.load(in);
            String version = properties.getProperty("JAVA_VERSION", "\"0\"").replace("\"", "");
            return Optional.of(
                    new InstalledJdk(home, Runtime.Version.parse(version).feature()));
        } catch (IOException | IllegalArgumentException e) {
            // Not a JDK as we know them: such as 1.8.0_402.
            return Optional.empty();
        }
    }

    private static Path java(Path home) {
        return home.resolve("bin").resolve("java");
    }

    public Path java() {
        return java(home);
    }
}
