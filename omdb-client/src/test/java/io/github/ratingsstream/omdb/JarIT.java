package io.github.ratingsstream.omdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.omdb.kit.Child;
import io.github.ratingsstream.omdb.kit.SelfSigned;
import io.github.ratingsstream.omdb.kit.SimulatorExtension;
import io.github.ratingsstream.omdb.simulator.Fault;
import io.github.ratingsstream.omdb.simulator.TlsServer;
import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The built jar with what it depends on at run time, and nothing else on the class path. */
class JarIT {

    private static final Path JAR = Path.of(System.getProperty("client.jar"));

    @RegisterExtension
    final SimulatorExtension omdb = new SimulatorExtension();

    @TempDir
    private Path folder;

    @Test
    void moduleHasItsNameAndExportsWhatIsPromised() {
        assertThat(ModuleFinder.of(JAR).findAll()).singleElement().satisfies(module -> {
            assertThat(module.descriptor().name()).isEqualTo("io.github.ratingsstream.omdb");
            assertThat(module.descriptor().exports())
                    .extracting(ModuleDescriptor.Exports::source)
                    .hasSize(8)
                    .noneMatch(name -> name.contains("internal"));
        });
    }

    @Test
    void jarHoldsOurClassesAlone() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().map(entry -> entry.getName()).filter(name -> name.endsWith(".class")))
                    .hasSizeGreaterThan(20)
                    .allMatch(name ->
                            name.startsWith("io/github/ratingsstream/omdb/") || name.equals("module-info.class"));
        }
    }

    @Test
    void nothingOfSparkIsNeeded() throws IOException {
        assertThat(runtimeJars())
                .isNotEmpty()
                .noneMatch(jar -> jar.getFileName().toString().matches("(spark|scala|hadoop).*"));
    }

    @Test
    void worksWithTheCurrentGson() throws Exception {
        assertThat(gsonOf(runtimeJars()).toString()).doesNotContain("2.2.4");

        lookUpWith(runtimeJars());
    }

    @Test
    void worksWithTheOldestGson() throws Exception {
        List<Path> jars = runtimeJars();
        jars.remove(gsonOf(jars));
        jars.addAll(jarsIn("oldest.gson"));
        assertThat(gsonOf(jars)).hasFileName("gson-2.2.4.jar");

        lookUpWith(jars);
    }

    @Test
    void trustStoreOfTheJvmIsHonoured() throws Exception {
        SelfSigned certificate = SelfSigned.in(folder);
        try (TlsServer tls = new TlsServer(certificate.server(), true)) {
            Child trusting = use(
                    runtimeJars(),
                    List.of(
                            "-Djavax.net.ssl.trustStore=" + certificate.store(),
                            "-Djavax.net.ssl.trustStorePassword=" + SelfSigned.PASSWORD),
                    tls.url(),
                    "Alien");
            Child wary = use(runtimeJars(), List.of(), tls.url(), "Alien");

            assertThat(trusting.lines()).as(trusting.output()).contains("found: Alien");
            assertThat(wary.lines()).as(wary.output()).contains("failed: UNAVAILABLE");
            assertThat(tls.protocols()).containsExactly("HTTP/2.0");
        }
    }

    private void lookUpWith(List<Path> jars) throws Exception {
        omdb.simulator()
                .failWhen(request -> request.query().contains("Dune")
                        ? Optional.of(Fault.error(401, "Request limit reached!"))
                        : Optional.empty());

        Child child = use(jars, List.of(), omdb.simulator().url(), "Inception", "No Such Film", "Dune");

        assertThat(child.exitCode()).as(child.output()).isZero();
        assertThat(child.lines())
                .contains(
                        "gson: " + gsonOf(jars).getFileName(),
                        "client: " + JAR.getFileName(),
                        "found: Inception",
                        "missed: Movie not found!",
                        "failed: DAILY_LIMIT");
    }

    private Child use(List<Path> jars, List<String> options, URI url, String... titles) throws Exception {
        Path program = program();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(Stream.concat(Stream.of(program, JAR), jars.stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator)));
        command.add(JarUser.class.getName());
        command.addAll(List.of(url.toString(), SimulatorExtension.KEY));
        command.addAll(List.of(titles));
        return Child.run(Files.createTempFile(folder, "output", ".txt"), command);
    }

    /** A folder with the program and none of the other test classes. */
    private Path program() throws Exception {
        Path classes = folder.resolve("classes");
        Path file = classes.resolve(JarUser.class.getName().replace('.', '/') + ".class");
        Files.createDirectories(file.getParent());
        if (Files.notExists(file)) {
            Files.copy(JarUser.class.getResourceAsStream("JarUser.class"), file);
        }
        return classes;
    }

    private static Path gsonOf(List<Path> jars) {
        List<Path> found = jars.stream()
                .filter(jar -> jar.getFileName().toString().startsWith("gson-"))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<Path> runtimeJars() throws IOException {
        return jarsIn("runtime.jars");
    }

    private static List<Path> jarsIn(String property) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty(property)))) {
            return new ArrayList<>(files.toList());
        }
    }
}
