package io.github.ratingsstream.core.source.files;

import io.github.ratingsstream.core.notice.Notices;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.rdd.RDD;
import org.apache.spark.streaming.StreamingContext;
import org.apache.spark.streaming.Time;
import org.apache.spark.streaming.dstream.InputDStream;
import scala.Option;
import scala.reflect.ClassTag$;

/**
 * The lines of the files in a folder, each file once. There is no receiver: the driver lists the folder for each batch,
 * and the batch's tasks read the files. Spark's own file stream ignores files that are there at the start or older than
 * a minute, and forgets what it has read.
 */
@SuppressWarnings("deprecation") // DStreams are Spark's legacy API, and what this project is for.
final class TitleFileStream extends InputDStream<String> {

    private static final long serialVersionUID = 1;

    private final String folder;
    private final int maxLineLength;
    private final Notices fromTasks;

    TitleFileStream(StreamingContext context, Path folder, int maxLineLength, Notices fromTasks) {
        super(context, ClassTag$.MODULE$.apply(String.class));
        this.folder = folder.toString();
        this.maxLineLength = maxLineLength;
        this.fromTasks = fromTasks;
    }

    @Override
    public Option<RDD<String>> compute(Time time) {
        List<FileStretch> stretches = intake().take(time.milliseconds());
        return Option.apply(new TitleFilesRdd(context().sparkContext(), folder, stretches, maxLineLength, fromTasks));
    }

    /** Looked up each time, because a stream restored from a checkpoint needs the new process's intake. */
    private FileIntake intake() {
        return FileIntake.of(folder);
    }

    /**
     * Spark calls this when a batch is done. In a job with a checkpoint, the batch is not done until that has been
     * written.
     */
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
        try {
            intake().awaitSecondLook();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        // There is nothing to stop.
    }
}
