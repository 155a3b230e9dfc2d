package io.github.ratingsstream.core.source.files;

import io.github.ratingsstream.core.source.Drain;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.spark.streaming.api.java.JavaStreamingContext;

/** A stop with files: those not taken yet stay where they are, and the driver knows which batches to wait for. */
@SuppressWarnings("deprecation") // DStreams are Spark's legacy API, and what this project is for.
final class FileDrain implements Drain {

    private final FileIntake intake;

    FileDrain(FileIntake intake) {
        this.intake = intake;
    }

    @Override
    public void account(long lines) {
        // Spark says when a batch is done, even one whose files had no lines.
    }

    @Override
    public boolean await(JavaStreamingContext stream, BooleanSupplier failed) throws InterruptedException {
        intake.stop();
        return Drain.until(() -> intake.underWay() == 0, failed);
    }

    @Override
    public Optional<String> missing() {
        int batches = intake.underWay();
        return batches == 0 ? Optional.empty() : Optional.of("batches that were not finished: " + batches);
    }
}
