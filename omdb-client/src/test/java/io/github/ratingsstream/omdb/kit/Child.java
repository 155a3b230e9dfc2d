package io.github.ratingsstream.omdb.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program in a JVM of its own. What it prints goes to a file: a pipe would be closed with the process, under the thread
 * that reads it.
 */
public final class Child implements AutoCloseable {

    private static final int PATIENCE_MINUTES = 10;

    private final Process process;
    private final Path log;

    private Child(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** What it prints to both of its streams is kept in the file. */
    static Child start(Path log, List<String> command) throws IOException {
        return new Child(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start(),
                log);
    }

    /** A class of the tests, on their class path. */
    public static Child java(Path log, Class<?> program, String... arguments) throws IOException {
        return java(log, List.of(), program, arguments);
    }

    /** The same in a JVM with these options. */
    public static Child java(Path log, List<String> options, Class<?> program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        return start(log, command);
    }

    /** Waits for its end. */
    public static Child run(Path log, List<String> command) throws Exception {
        try (Child child = start(log, command)) {
            child.exitCode();
            return child;
        }
    }

    /** Types a line. */
    public void type(String line) throws IOException {
        OutputStream in = process.getOutputStream();
        in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        in.flush();
    }

    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines it has ended. */
    public List<String> lines() {
        String output = output();
        return output.substring(0, output.lastIndexOf('\n') + 1).lines().toList();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end. */
    public int exitCode() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES))
                .as("ends within %s minutes; so far: %s", PATIENCE_MINUTES, output())
                .isTrue();
        return process.exitValue();
    }

    /** SIGKILL. Does not wait for the end. */
    public void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
    }
}
