package io.github.ratingsstream.app.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The shaded jar under spark-submit in a JVM of its own, as users run it. */
public final class Submission implements AutoCloseable {

    public static final String KEY = "5ec2e7a1";

    private final ChildProcess process;

    private Submission(ChildProcess process) {
        this.process = process;
    }

    /** What to run: {@code spark-submit [confs] jar [options]}. */
    public static final class Builder {
        private final List<String> jvm = new ArrayList<>();
        private final List<String> spark = new ArrayList<>(List.of("--master", "local[2]"));
        private final List<String> options = new ArrayList<>();
        private final Map<String, String> environment = new HashMap<>(Map.of("OMDB_API_KEY", KEY));
        private String jar = System.getProperty("app.jar");
        private Path jdk = Path.of(System.getProperty("java.home"));
        private boolean ui;

        public Builder jvm(String... arguments) {
            jvm.addAll(List.of(arguments));
            return this;
        }

        public Builder spark(String... arguments) {
            spark.addAll(List.of(arguments));
            return this;
        }

        public Builder conf(String name, String value) {
            return spark("--conf", name + "=" + value);
        }

        public Builder options(String... arguments) {
            options.addAll(List.of(arguments));
            return this;
        }

        public Builder environment(String name, String value) {
            environment.put(name, value);
            return this;
        }

        /** Another job than ours. */
        public Builder jar(String path) {
            jar = path;
            return this;
        }

        public Builder jdk(Path home) {
            jdk = home;
            return this;
        }

        public Builder noKey() {
            environment.remove("OMDB_API_KEY");
            return this;
        }

        /** Spark's UI on a free port; without this there is none. */
        public Builder ui() {
            ui = true;
            return conf("spark.ui.port", "0");
        }

        /** As Spark has them: {@code name=value}. */
        List<String> settings() {
            List<String> settings = new ArrayList<>();
            for (int i = 0; i < spark.size(); i += 2) {
                boolean master = spark.get(i).equals("--master");
                settings.add((master ? "spark.master=" : "") + spark.get(i + 1));
            }
            return settings;
        }

        List<String> options() {
            return options;
        }

        public Submission start(Path folder) throws IOException {
            return start(folder, Files.createTempFile(folder, "stdout", ".txt"));
        }

        /** With stdout in a file or a named pipe that is there. */
        public Submission start(Path folder, Path stdout) throws IOException {
            List<String> arguments = new ArrayList<>(List.of("org.apache.spark.deploy.SparkSubmit"));
            arguments.addAll(spark);
            arguments.addAll(List.of("--conf", "spark.ui.enabled=" + ui));
            arguments.add(jar);
            arguments.addAll(options);
            return new Submission(ChildProcess.java(jdk, jvm, arguments, environment, folder, stdout));
        }
    }

    public static Builder of(String... options) {
        return new Builder().options(options);
    }

    public String stdout() {
        return process.stdout();
    }

    /** All of stderr but what spark-submit says before our main begins. */
    public List<String> stderr() {
        return process.stderr()
                .lines()
                .filter(line -> !line.contains(" WARN NativeCodeLoader: "))
                .toList();
    }

    /** stderr without what a job says that starts well. */
    public List<String> complaints() {
        return stderr().stream()
                .filter(line -> !line.contains("reading titles from") && !line.endsWith("Spark is starting"))
                .toList();
    }

    /** stdout's rows: no rules, times and empty lines. */
    public List<String> rows() {
        return stdout().lines()
                .filter(line -> line.startsWith("(") || line.startsWith("{"))
                .toList();
    }

    public Submission until(Predicate<Submission> condition) throws InterruptedException {
        process.until(running -> condition.test(this));
        return this;
    }

    public Submission untilSaid(String text) throws InterruptedException {
        process.until(running -> running.stderr().contains(text));
        return this;
    }

    /** SIGTERM. */
    public Submission terminate() {
        process.terminate();
        return this;
    }

    /** SIGKILL; returns when the process is gone. */
    public Submission kill() throws InterruptedException {
        process.close();
        process.exitCode();
        return this;
    }

    /** SIGINT, as Ctrl-C sends it; SIGTERM where the build runs in the background, whose children ignore SIGINT. */
    public Submission interrupt() throws IOException {
        process.signal(ChildProcess.Signal.INT);
        return this;
    }

    /** SIGHUP, as a closed terminal sends it; SIGTERM where the build itself ignores SIGHUP, as under nohup. */
    public Submission hangUp() throws IOException {
        process.signal(ChildProcess.Signal.HUP);
        return this;
    }

    /** Of a local cluster, its executors. */
    public Stream<ProcessHandle> children() {
        return process.children();
    }

    public int exitCode() throws InterruptedException {
        return process.exitCode();
    }

    @Override
    public void close() {
        process.close();
    }
}
