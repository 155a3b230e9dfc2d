package io.github.ratingsstream.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The shaded jar under spark-submit in a JVM of its own, as users run it. */
final class Submission implements AutoCloseable {

    static final String KEY = "5ec2e7a1";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final Path stdout;
    private final Path stderr;

    private Submission(Process process, Path stdout, Path stderr) {
        this.process = process;
        this.stdout = stdout;
        this.stderr = stderr;
    }

    /** What to run: {@code spark-submit [confs] jar [options]}. */
    static final class Builder {
        private final List<String> jvm = new ArrayList<>();
        private final List<String> spark = new ArrayList<>(List.of("--master", "local[2]"));
        private final List<String> options = new ArrayList<>();
        private final Map<String, String> environment = new HashMap<>(Map.of("OMDB_API_KEY", KEY));

        Builder jvm(String... arguments) {
            jvm.addAll(List.of(arguments));
            return this;
        }

        Builder spark(String... arguments) {
            spark.addAll(List.of(arguments));
            return this;
        }

        Builder options(String... arguments) {
            options.addAll(List.of(arguments));
            return this;
        }

        Builder environment(String name, String value) {
            environment.put(name, value);
            return this;
        }

        Builder noKey() {
            environment.remove("OMDB_API_KEY");
            return this;
        }

        Submission start(Path folder) throws IOException {
            Path stdout = Files.createTempFile(folder, "stdout", ".txt");
            Path stderr = Files.createTempFile(folder, "stderr", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command())
                    .directory(folder.toFile())
                    .redirectOutput(stdout.toFile())
                    .redirectError(stderr.toFile());
            builder.environment().remove("OMDB_API_KEY");
            builder.environment().putAll(environment);
            builder.environment().put("SPARK_HOME", sparkHome().toString());
            builder.environment().put("SPARK_SCALA_VERSION", "2.12");
            // spark-submit itself warns of a host name that has a loopback address.
            builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
            return new Submission(builder.start(), stdout, stderr);
        }

        private List<String> command() throws IOException {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of(System.getProperty("spark.jvm.args").strip().split("\\s+")));
            command.addAll(jvm);
            command.addAll(List.of("-cp", sparkHome().resolve("jars") + "/*", "org.apache.spark.deploy.SparkSubmit"));
            command.addAll(spark);
            command.addAll(List.of("--conf", "spark.ui.enabled=false"));
            command.add(System.getProperty("app.jar"));
            command.addAll(options);
            return command;
        }
    }

    /** The installed Spark where there is one, else the one the build has put together. */
    static Path sparkHome() throws IOException {
        String installed = System.getenv("SPARK_HOME");
        if (installed != null) {
            return Path.of(installed);
        }
        // What starts executors takes a folder for a Spark home if this file is in it.
        Path assembled = Path.of(System.getProperty("spark.home.dir"));
        Files.writeString(assembled.resolve("RELEASE"), "");
        return assembled;
    }

    static Builder of(String... options) {
        return new Builder().options(options);
    }

    String stdout() {
        return read(stdout);
    }

    /** All of stderr but what spark-submit says before our main begins. */
    List<String> stderr() {
        return read(stderr)
                .lines()
                .filter(line -> !line.contains(" WARN NativeCodeLoader: "))
                .toList();
    }

    /** stdout's rows: no rules, times and empty lines. */
    List<String> rows() {
        return stdout().lines()
                .filter(line -> line.startsWith("(") || line.startsWith("{"))
                .toList();
    }

    Submission until(Predicate<Submission> condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.test(this)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        "not in " + PATIENCE + "; stdout:\n" + stdout() + "\nstderr:\n" + read(stderr));
            }
            // Waiting for the process to end is the pause between two looks.
            if (process.waitFor(50, TimeUnit.MILLISECONDS) && !condition.test(this)) {
                throw new AssertionError(
                        "ended with " + process.exitValue() + "; stdout:\n" + stdout() + "\nstderr:\n" + read(stderr));
            }
        }
        return this;
    }

    Submission untilSaid(String text) throws InterruptedException {
        return until(job -> read(job.stderr).contains(text));
    }

    /** SIGTERM. */
    Submission terminate() {
        process.destroy();
        return this;
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("still running; stdout:\n" + stdout() + "\nstderr:\n" + read(stderr));
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
