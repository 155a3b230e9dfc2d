package io.github.ratingsstream.app.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A JVM of its own with Spark on its class path, whose output goes to files. */
final class ChildProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** A signal that a process may have been started to ignore. */
    enum Signal {
        HUP(1),
        INT(2);

        /** In the mask of ignored signals. */
        private final long bit;

        Signal(int number) {
            bit = 1L << (number - 1);
        }
    }

    private final Process process;
    private final Path stdout;
    private final Path stderr;

    private ChildProcess(Process process, Path stdout, Path stderr) {
        this.process = process;
        this.stdout = stdout;
        this.stderr = stderr;
    }

    /** Runs {@code java [jvm arguments] arguments} in the folder; the environment adds to this process's, but the key. */
    static ChildProcess java(List<String> jvm, List<String> arguments, Map<String, String> environment, Path folder)
            throws IOException {
        return java(Path.of(System.getProperty("java.home")), jvm, arguments, environment, folder);
    }

    /** The same on another JDK. */
    static ChildProcess java(
            Path jdk, List<String> jvm, List<String> arguments, Map<String, String> environment, Path folder)
            throws IOException {
        return java(jdk, jvm, arguments, environment, folder, Files.createTempFile(folder, "stdout", ".txt"));
    }

    /** The same with stdout in a file or a named pipe that is there. */
    static ChildProcess java(
            Path jdk,
            List<String> jvm,
            List<String> arguments,
            Map<String, String> environment,
            Path folder,
            Path stdout)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(jdk.resolve("bin").resolve("java").toString());
        command.addAll(List.of(System.getProperty("spark.jvm.args").strip().split("\\s+")));
        // Spark's classes, if it is the Spark they were archived from; else the JVM would say that they are of no use.
        command.add("-XX:SharedArchiveFile=" + System.getProperty("shared.classes"));
        command.addAll(List.of("-Xlog:cds=off", "-Xlog:cds+dynamic=off"));
        command.addAll(jvm);
        command.addAll(List.of("-cp", SparkHome.path().resolve("jars") + "/*"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SPARK_HOME", SparkHome.path().toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.12");
        return start(builder, environment, folder, stdout);
    }

    /** Runs a command in the folder, with this process's environment, but the key. */
    static ChildProcess command(List<String> command, Path folder) throws IOException {
        return start(new ProcessBuilder(command), Map.of(), folder, Files.createTempFile(folder, "stdout", ".txt"));
    }

    private static ChildProcess start(ProcessBuilder builder, Map<String, String> environment, Path folder, Path stdout)
            throws IOException {
        Path stderr = Files.createTempFile(folder, "stderr", ".txt");
        builder.directory(folder.toFile()).redirectOutput(stdout.toFile()).redirectError(stderr.toFile());
        builder.environment().remove("OMDB_API_KEY");
        // Spark warns of a host name that has a loopback address.
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().putAll(environment);
        return new ChildProcess(builder.start(), stdout, stderr);
    }

    String stdout() {
        return read(stdout);
    }

    String stderr() {
        return read(stderr);
    }

    void until(Predicate<ChildProcess> condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.test(this)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not in " + PATIENCE + outputs());
            }
            // Waiting for the process to end is the pause between two looks.
            if (process.waitFor(50, TimeUnit.MILLISECONDS) && !condition.test(this)) {
                throw new AssertionError("ended with " + process.exitValue() + outputs());
            }
        }
    }

    /** The signal, or SIGTERM to a process that was started with it ignored. */
    void signal(Signal signal) throws IOException {
        if (ignores(signal)) {
            terminate();
        } else {
            new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start();
        }
    }

    private boolean ignores(Signal signal) throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line -> (Long.parseLong(line.substring(7).strip(), 16) & signal.bit) != 0);
    }

    /** SIGTERM. */
    void terminate() {
        process.destroy();
    }

    Stream<ProcessHandle> children() {
        return process.children();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("still running" + outputs());
        }
        return process.exitValue();
    }

    private String outputs() {
        return "; stdout:\n" + stdout() + "\nstderr:\n" + stderr();
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
