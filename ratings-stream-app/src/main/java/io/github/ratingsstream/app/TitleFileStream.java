package io.github.ratingsstream.app;

import java.util.List;
import org.apache.spark.rdd.RDD;
import org.apache.spark.streaming.StreamingContext;
import org.apache.spark.streaming.Time;
import org.apache.spark.streaming.dstream.InputDStream;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.reflect.ClassTag$;

/**
 * The lines of the files in a folder, each file once. There is no receiver: the driver lists the folder for each batch, and
 * the files are read where the batch's tasks run. Spark's own file stream reads neither what was there at the start nor a
 * file that is older than a minute, and forgets what it has read.
 */
@SuppressWarnings("deprecation") // DStreams are Spark's legacy API, and what this project is for.
final class TitleFileStream extends InputDStream<String> {

    private static final long serialVersionUID = 1;

    private final String folder;
    private final int maxLineLength;
    /** Null after a restart. */
    private transient @Nullable FileIntake intake;

    TitleFileStream(StreamingContext context, FileIntake intake, int maxLineLength) {
        super(context, ClassTag$.MODULE$.apply(String.class));
        this.folder = intake.path().toString();
        this.maxLineLength = maxLineLength;
        this.intake = intake;
    }

    @Override
    public Option<RDD<String>> compute(Time time) {
        List<FileStretch> stretches = intake().take(time.milliseconds());
        return Option.apply(new TitleFilesRdd(context().sparkContext(), folder, stretches, maxLineLength));
    }

    private FileIntake intake() {
        if (intake == null) {
            intake = ((FileSource) RunningJob.current().source()).intake();
        }
        return intake;
    }

    /** Spark's word that a batch is done. With a checkpoint it is done when that has been written. */
    @Override
    public void clearMetadata(Time time) {
        super.clearMetadata(time);
        if (!context().isCheckpointingEnabled()) {
            intake().done(time.milliseconds());
        }
    }

    @Override
    public void clearCheckpointData(Time time) {
        super.clearCheckpointData(time);
        intake().done(time.milliseconds());
        intake().checkpointed();
    }

    @Override
    public void start() {
        // There is nothing to start.
    }

    @Override
    public void stop() {
        // Nor to stop.
    }
}
