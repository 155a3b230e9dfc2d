package io.github.ratingsstream.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.ratingsstream.core.io.GivenFolder;
import io.github.ratingsstream.core.kit.LocalSpark;
import io.github.ratingsstream.core.result.LookupResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.streaming.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of batches when one fails, and when they run again after a stop. */
class RunningJobTest {

    @TempDir
    Path folder;

    private final BatchWork work = mock();
    private final JavaRDD<LookupResult> results = mock();

    @Test
    void batchThatWasDoneIsNotLookedUpAgainAfterAStopAndTheNextIs() throws IOException {
        when(results.getNumPartitions()).thenReturn(1);
        job().end(results, new Time(1_000));
        job().end(results, new Time(2_000));
        when(work.lookUp(any(), any())).thenReturn(results);

        RunningJob next = job();

        try (JavaSparkContext spark = LocalSpark.start()) {
            JavaRDD<String> batch = spark.emptyRDD();
            assertThat(next.lookUp(batch, new Time(1_000)).getNumPartitions()).isZero();
            assertThat(next.lookUp(batch, new Time(2_000)).getNumPartitions()).isZero();
            verify(work, never()).lookUp(any(), any());
            assertThat(next.lookUp(batch, new Time(3_000))).isSameAs(results);
        }
        assertThat(noted()).containsExactly("done-2000");
    }

    @Test
    void batchAfterOneThatFailedIsNeitherLookedUpNorNoted() throws IOException {
        when(results.getNumPartitions()).thenReturn(1);
        doThrow(new IOException("No space left on device")).when(work).end(any(), any());
        RunningJob job = job();
        assertThatThrownBy(() -> job.end(results, new Time(1_000))).hasMessage("No space left on device");

        assertThatThrownBy(() -> job.lookUp(mock(), new Time(2_000))).hasRootCauseMessage("No space left on device");
        assertThatThrownBy(() -> job.end(results, new Time(2_000))).isInstanceOf(IllegalStateException.class);
        assertThat(noted()).isEmpty();
    }

    private String[] noted() {
        return folder.toFile().list((directory, name) -> name.startsWith("done-"));
    }

    private RunningJob job() {
        return new RunningJob(
                work,
                mock(),
                mock(),
                Optional.of(JobCheckpoint.open(new GivenFolder("checkpoint", folder.toString()), "1.0", Map.of())));
    }
}
