package io.github.ratingsstream.core.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.ratingsstream.core.result.LookupResult;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskContext$;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several attempts at one part, as Spark makes them where a task is slow. */
class PartWriterTest {

    @TempDir
    Path folder;

    @AfterEach
    void noTask() {
        TaskContext$.MODULE$.unset();
    }

    /** Spark kills the attempt that comes second at whatever moment the first one ends. */
    @Test
    void attemptThatIsKilledLateLeavesTheFirstOnesRecords() throws Exception {
        attempt("file:" + folder, 1);
        Map<String, String> written = files();

        SparkHadoopUtil.get().conf().set("fs.killed.impl", KilledAtRename.class.getName());
        try {
            attempt("killed:" + folder, 2);
        } catch (IOException killed) {
            assertThat(killed).hasMessage("killed");
        }

        assertThat(written).hasSize(1).containsValue("{}");
        assertThat(files()).containsAllEntriesOf(written);
    }

    private static void attempt(String folder, long id) throws IOException {
        TaskContext task = mock();
        when(task.taskAttemptId()).thenReturn(id);
        TaskContext$.MODULE$.setTaskContext(task);
        new PartWriter(folder, 1_000)
                .call(List.of(LookupResult.invalid("a", "test")).iterator());
    }

    /** By name, what they hold, without the parts of a record that don't matter here. */
    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file :
                    all.filter(each -> !each.toString().endsWith(".crc")).toList()) {
                files.put(
                        file.getFileName().toString(),
                        Files.readString(file).strip().replaceAll("\\{.+}", "{}"));
            }
        }
        return files;
    }

    /** The local file system, for an attempt that ends before it has renamed anything. */
    public static final class KilledAtRename extends RawLocalFileSystem {

        @Override
        public URI getUri() {
            return URI.create("killed:///");
        }

        @Override
        public String getScheme() {
            return "killed";
        }

        @Override
        public boolean rename(org.apache.hadoop.fs.Path from, org.apache.hadoop.fs.Path to) throws IOException {
            throw new IOException("killed");
        }
    }
}
