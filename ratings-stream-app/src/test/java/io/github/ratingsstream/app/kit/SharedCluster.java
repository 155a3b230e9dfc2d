package io.github.ratingsstream.app.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The one standalone cluster of this JVM's tests. It starts when it is first needed, and stops with the JVM. */
public final class SharedCluster implements BeforeEachCallback {

    private static StandaloneCluster cluster;

    private List<Path> before;

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        before = cluster == null ? List.of() : Grep.files(cluster.folder());
    }

    /** The job runs here, and takes lines in once it has all executors. */
    public Submission.Builder withAllExecutors(Submission.Builder job) throws IOException, InterruptedException {
        return started().withAllExecutors(job);
    }

    private static synchronized StandaloneCluster started() throws IOException, InterruptedException {
        if (cluster == null) {
            Path target = Path.of("target").toAbsolutePath();
            cluster = StandaloneCluster.start(Files.createTempDirectory(target, "cluster"));
            Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
        }
        return cluster;
    }

    /** Everything that this test's jobs, and those before, have left behind on the master and the workers. */
    public List<Path> files() throws IOException {
        return Grep.files(cluster.folder());
    }

    /** What the executors of this test's jobs wrote to stderr. */
    public List<String> executorLogs() throws IOException {
        return files().stream()
                .filter(file -> file.endsWith("stderr") && !before.contains(file))
                .map(Grep::text)
                .toList();
    }
}
