package io.github.ratingsstream.app.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Spark master and two workers with two cores each, in JVMs of their own. */
public final class StandaloneCluster implements AutoCloseable {

    private static final Pattern STARTED = Pattern.compile("Starting Spark master at (spark://\\S+)");
    private static final List<String> SMALL = List.of("-Xmx256m");

    private final List<ChildProcess> processes = new ArrayList<>();
    private final Path folder;
    private String master;

    private StandaloneCluster(Path folder) {
        this.folder = folder;
    }

    static StandaloneCluster start(Path folder) throws IOException, InterruptedException {
        StandaloneCluster cluster = new StandaloneCluster(Files.createDirectories(folder));
        try {
            cluster.startMaster();
            for (int i = 0; i < 2; i++) {
                cluster.startWorker("worker-" + i);
            }
            for (ChildProcess worker : cluster.processes.subList(1, 3)) {
                worker.until(running -> running.stderr().contains("Successfully registered with master"));
            }
            return cluster;
        } catch (IOException | InterruptedException | AssertionError e) {
            cluster.close();
            throw e;
        }
    }

    /** A master that nobody can work for. */
    public static StandaloneCluster withoutWorkers(Path folder) throws IOException, InterruptedException {
        StandaloneCluster cluster = new StandaloneCluster(Files.createDirectories(folder));
        try {
            cluster.startMaster();
            return cluster;
        } catch (IOException | InterruptedException | AssertionError e) {
            cluster.close();
            throw e;
        }
    }

    /** The job runs here, whoever works for it. */
    public Submission.Builder with(Submission.Builder job) {
        return job.spark("--master", master);
    }

    private void startMaster() throws IOException, InterruptedException {
        ChildProcess process =
                run("org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", "0", "--webui-port", "0");
        process.until(running -> STARTED.matcher(running.stderr()).find());
        Matcher started = STARTED.matcher(process.stderr());
        started.find();
        master = started.group(1);
    }

    private void startWorker(String name) throws IOException {
        run(
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                "127.0.0.1",
                "--port",
                "0",
                "--webui-port",
                "0",
                "--cores",
                "2",
                "--memory",
                "1g",
                "--work-dir",
                folder.resolve(name).toString(),
                master);
    }

    private ChildProcess run(String... arguments) throws IOException {
        ChildProcess process = ChildProcess.java(SMALL, List.of(arguments), Map.of(), folder);
        processes.add(process);
        return process;
    }

    /** The job runs here, and takes lines in once it has all executors. */
    Submission.Builder withAllExecutors(Submission.Builder job) {
        return job.spark("--master", master)
                .conf("spark.cores.max", "4")
                .conf("spark.scheduler.minRegisteredResourcesRatio", "1.0")
                .conf("spark.scheduler.maxRegisteredResourcesWaitingTime", "5min");
    }

    /** Everything the master, the workers and their executors leave behind. */
    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        processes.forEach(ChildProcess::close);
    }
}
