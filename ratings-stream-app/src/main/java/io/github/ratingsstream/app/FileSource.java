package io.github.ratingsstream.app;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.streaming.api.java.JavaDStream;
import org.apache.spark.streaming.api.java.JavaStreamingContext;
import scala.reflect.ClassTag$;

/** Titles from the files of a folder, each read once. On a cluster the executors must be able to read them too. */
@SuppressWarnings("deprecation") // DStreams are Spark's legacy API, and what this project is for.
final class FileSource implements Source {

    private final FileIntake intake;
    private final int maxLineLength;

    FileSource(FileIntake intake, int maxLineLength) {
        this.intake = intake;
        this.maxLineLength = maxLineLength;
    }

    /** A folder that can't be read is found out now. With a checkpoint what was taken is kept there. */
    static FileSource of(String directory, int maxLineLength, Optional<JobCheckpoint> checkpoint) {
        Path folder = TitleFolder.checked(directory);
        if (checkpoint.isEmpty()) {
            Console.say("reading titles from the files in " + folder
                    + ", those that are there first; without --checkpoint a restart reads them again");
            FileIntake intake = new FileIntake(folder, new TakenInMemory(), Console::say);
            intake.open();
            return new FileSource(intake, maxLineLength);
        }
        Console.say("reading titles from the files in " + folder + ", each once");
        try {
            TakenFiles taken = TakenInFolder.open(checkpoint.get().files());
            return new FileSource(new FileIntake(folder, taken, Console::say), maxLineLength);
        } catch (IOException | JsonParseException e) {
            throw new UserError("what the checkpoint says of files can't be read: " + RootCause.of(e)
                    + "; give another --checkpoint");
        }
    }

    @Override
    public JavaDStream<String> titles(JavaStreamingContext context) {
        TitleFileStream files = new TitleFileStream(context.ssc(), intake, maxLineLength);
        return JavaDStream.fromDStream(files, ClassTag$.MODULE$.apply(String.class));
    }

    FileIntake intake() {
        return intake;
    }

    @Override
    public void restoring() {
        intake.restoring();
    }

    @Override
    public void goOn() {
        intake.open();
    }

    @Override
    public Drain drain() {
        return new FileDrain(intake);
    }
}
