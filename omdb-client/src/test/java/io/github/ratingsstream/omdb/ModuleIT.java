package io.github.ratingsstream.omdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.omdb.kit.Child;
import java.io.File;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built jar on the module path, seen from another module: what its program can reach, and what it can't. */
class ModuleIT {

    private static final String DESCRIPTOR = "module user { requires io.github.ratingsstream.omdb; }";

    private static final String PROGRAM = """
            package user;

            import io.github.ratingsstream.omdb.OmdbClient;
            import io.github.ratingsstream.omdb.answer.OmdbTitle;
            import io.github.ratingsstream.omdb.monitor.OmdbListener;
            import io.github.ratingsstream.omdb.request.TitleRequest;
            import io.github.ratingsstream.omdb.simulator.OmdbSimulator;
            import io.github.ratingsstream.omdb.simulator.SimulatedTitle;
            import io.github.ratingsstream.omdb.store.OmdbStore;
            import io.github.ratingsstream.omdb.store.jdbc.JdbcStore;

            public class Main {
                public static void main(String[] args) throws Exception {
                    OmdbSimulator simulator = OmdbSimulator.builder()
                            .title(SimulatedTitle.id("tt1375666").title("Inception").year("2010").rating("8.8"))
                            .start();
                    try (simulator;
                            OmdbStore store = OmdbStore.inMemory();
                            OmdbClient omdb = OmdbClient.builder()
                                    .apiKey("test-key")
                                    .baseUrl(simulator.url())
                                    .store(store)
                                    .build()) {
                        OmdbTitle film = omdb.lookUp(TitleRequest.byTitle("Inception")).value().get();
                        System.out.println(film.title() + ": " + film.imdbRating().get());
                    }
                    Class<?> key = Class.forName("io.github.ratingsstream.omdb.internal.settings.ApiKey");
                    try {
                        key.getConstructors()[0].newInstance("5ec2e7a1");
                        System.out.println("reached the key");
                    } catch (IllegalAccessException closed) {
                        System.out.println("closed");
                    }
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void exportedPackagesAreUsedAndTheInternalOnesCannotBeReachedByReflectionEither() throws Exception {
        assertThat(compiled(PROGRAM)).isEmpty();

        Child run = Child.run(
                folder.resolve("output.txt"),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--module-path",
                        classes() + File.pathSeparator + modulePath(),
                        "--module",
                        "user/user.Main"));

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.lines()).contains("Inception: 8.8", "closed");
    }

    @Test
    void internalPackagesCannotBeImported() throws Exception {
        assertThat(compiled("package user; class Main { io.github.ratingsstream.omdb.internal.settings.ApiKey key; }"))
                .contains("io.github.ratingsstream.omdb.internal.settings is not visible");
    }

    /** What the compiler says of the program. */
    private String compiled(String program) throws Exception {
        Path sources = Files.createDirectories(folder.resolve("sources").resolve("user"));
        Path descriptor = Files.writeString(sources.resolveSibling("module-info.java"), DESCRIPTOR);
        Path main = Files.writeString(sources.resolve("Main.java"), program);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            Iterable<? extends JavaFileObject> units = files.getJavaFileObjects(descriptor, main);
            List<String> options = List.of("--module-path", modulePath(), "-d", classes());
            compiler.getTask(said, files, null, options, null, units).call();
        }
        return said.toString();
    }

    private String classes() {
        return folder.resolve("classes").toString();
    }

    private static String modulePath() {
        return System.getProperty("client.jar") + File.pathSeparator + System.getProperty("runtime.jars");
    }
}
