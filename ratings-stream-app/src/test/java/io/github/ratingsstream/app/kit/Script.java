package io.github.ratingsstream.app.kit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** A command as a user types it. */
public final class Script implements AutoCloseable {

    /** The top folder of the project. */
    public static final Path CHECKOUT = Path.of(System.getProperty("basedir")).getParent();

    private final ChildProcess process;

    private Script(ChildProcess process) {
        this.process = process;
    }

    /** Starts it in the folder, with no key in the environment, and Spark on the loopback interface. */
    public static Script run(Path folder, String... command) throws IOException {
        return new Script(ChildProcess.command(List.of(command), folder));
    }

    /** The Spark that tests run on. */
    public static Path spark() throws IOException {
        return SparkHome.path();
    }

    public String stdout() {
        return process.stdout();
    }

    public String stderr() {
        return process.stderr();
    }

    public Script until(Predicate<Script> condition) throws InterruptedException {
        process.until(running -> condition.test(this));
        return this;
    }

    /** SIGTERM. */
    public void terminate() {
        process.terminate();
    }

    public int exitCode() throws InterruptedException {
        return process.exitCode();
    }

    @Override
    public void close() {
        process.close();
    }
}
