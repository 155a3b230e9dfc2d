package io.github.ratingsstream.app;

import org.apache.spark.streaming.api.java.JavaDStream;
import org.apache.spark.streaming.api.java.JavaStreamingContext;
import scala.reflect.ClassTag$;

/** Titles from the files of a folder, each read once. On a cluster the executors must be able to read them too. */
@SuppressWarnings("deprecation") // DStreams are Spark's legacy API, and what this project is for.
final class FileSource implements Source {

    private final FileIntake intake;
    private final int maxLineLength;

    /** A folder that can't be read is found out now. */
    FileSource(String directory, int maxLineLength) {
        this(new FileIntake(TitleFolder.checked(directory), new TakenInMemory(), Console::say), maxLineLength);
    }

    FileSource(FileIntake intake, int maxLineLength) {
        this.intake = intake;
        this.maxLineLength = maxLineLength;
    }

    @Override
    public JavaDStream<String> titles(JavaStreamingContext context) {
        Console.say("reading titles from the files in " + intake.path()
                + ", those that are there first; after a restart all are read again");
        TitleFileStream files = new TitleFileStream(context.ssc(), intake, maxLineLength);
        return JavaDStream.fromDStream(files, ClassTag$.MODULE$.apply(String.class));
    }

    @Override
    public Drain drain() {
        return new FileDrain(intake);
    }
}
