package io.github.ratingsstream.core.source.files;

import io.github.ratingsstream.core.io.GivenFolder;
import io.github.ratingsstream.core.notice.Notices;
import io.github.ratingsstream.core.source.Drain;
import io.github.ratingsstream.core.source.Source;
import java.io.IOException;
import java.time.Clock;
import org.apache.hadoop.fs.Path;
import org.apache.spark.streaming.api.java.JavaDStream;
import org.apache.spark.streaming.api.java.JavaStreamingContext;
import scala.reflect.ClassTag$;

/** Titles from the files of a folder, each read once. On a cluster the executors must be able to read them too. */
@SuppressWarnings("deprecation") // DStreams are Spark's legacy API, and what this project is for.
public final class FileSource implements Source {

    private final FileIntake intake;
    private final int maxLineLength;
    private final Notices fromTasks;

    FileSource(FileIntake intake, int maxLineLength, Notices fromTasks) {
        this.intake = intake;
        this.maxLineLength = maxLineLength;
        this.fromTasks = fromTasks;
        intake.publish();
    }

    /**
     * A source that remembers which files it has read only until the process ends.
     *
     * @param folder the files' folder
     * @param maxLineLength the longest line, in UTF-16 units; a longer one is cut, but to more than this length, so
     *     that it can still be told to be too long
     * @param onDriver is told what is wrong with the folder
     * @param fromTasks is told what is wrong with a file; it travels to the executors
     * @return the source, which begins with the files that are already there
     * @throws io.github.ratingsstream.core.notice.UserError if the folder can't be read
     */
    public static FileSource forgetful(GivenFolder folder, int maxLineLength, Notices onDriver, Notices fromTasks) {
        FileIntake intake =
                new FileIntake(TitleFolder.checked(folder), new TakenInMemory(), onDriver, Clock.systemUTC());
        intake.open();
        return new FileSource(intake, maxLineLength, fromTasks);
    }

    /**
     * A source that remembers which files it has read, for a job with a checkpoint. It takes the first files once Spark
     * has written its first checkpoint.
     *
     * @param folder the files' folder
     * @param taken the folder in which it remembers
     * @param maxLineLength the longest line, in UTF-16 units; a longer one is cut, but to more than this length, so
     *     that it can still be told to be too long
     * @param onDriver is told what is wrong with the folder
     * @param fromTasks is told what is wrong with a file; it travels to the executors
     * @return the source
     * @throws io.github.ratingsstream.core.notice.UserError if the folder of files can't be read
     * @throws IOException if the folder in which it remembers can't be read
     */
    public static FileSource remembering(
            GivenFolder folder, Path taken, int maxLineLength, Notices onDriver, Notices fromTasks) throws IOException {
        Path titles = TitleFolder.checked(folder);
        FileIntake intake = new FileIntake(titles, TakenInFolder.open(taken), onDriver, Clock.systemUTC());
        return new FileSource(intake, maxLineLength, fromTasks);
    }

    /**
     * Where the files are.
     *
     * @return the folder, with its file system
     */
    public Path folder() {
        return intake.path();
    }

    @Override
    public JavaDStream<String> titles(JavaStreamingContext context) {
        TitleFileStream files = new TitleFileStream(context.ssc(), intake.path(), maxLineLength, fromTasks);
        return JavaDStream.fromDStream(files, ClassTag$.MODULE$.apply(String.class));
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
