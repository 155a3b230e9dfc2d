package io.github.ratingsstream.app;

import io.github.ratingsstream.app.demo.Demo;
import io.github.ratingsstream.app.options.Options;
import io.github.ratingsstream.app.terminal.Console;
import io.github.ratingsstream.app.terminal.JobLogging;
import io.github.ratingsstream.app.terminal.StderrNotices;
import io.github.ratingsstream.core.io.GivenFolder;
import io.github.ratingsstream.core.job.JobCheckpoint;
import io.github.ratingsstream.core.job.RunningJob;
import io.github.ratingsstream.core.notice.RootCause;
import io.github.ratingsstream.core.notice.UserError;
import io.github.ratingsstream.core.source.Source;
import io.github.ratingsstream.core.source.files.FileSource;
import io.github.ratingsstream.core.source.socket.SocketSource;
import io.github.ratingsstream.core.source.socket.TitleSocket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.storage.StorageLevel;

/** Where titles come from, by the options and Spark's settings. */
final class Sources {

    private Sources() {}

    /** Files or a socket. An unreadable folder or an unknown host is found out now. */
    static Source of(Options options, SparkConf conf, Optional<JobCheckpoint> checkpoint) {
        Optional<String> folder = options.folders().watch();
        return folder.isPresent()
                ? files(new GivenFolder("--watch", folder.get()), options.maxLineLength(), checkpoint)
                : socket(options, conf);
    }

    /** The demo's socket, which comes to an end. */
    static Source of(Demo demo, Options options, SparkConf conf) {
        return socket(demo.host(), demo.port(), options, conf).endingAfter(demo::done);
    }

    private static Source files(GivenFolder folder, int maxLineLength, Optional<JobCheckpoint> checkpoint) {
        if (checkpoint.isEmpty()) {
            FileSource source =
                    FileSource.forgetful(folder, maxLineLength, StderrNotices.HERE, StderrNotices.ONCE_ON_DRIVER);
            Console.say("reading titles from the files in " + source.folder()
                    + ", those that are there first; without --checkpoint a restart reads them again");
            return source;
        }
        try {
            FileSource source = FileSource.remembering(
                    folder, checkpoint.get().files(), maxLineLength, StderrNotices.HERE, StderrNotices.ONCE_ON_DRIVER);
            Console.say("reading titles from the files in " + source.folder() + ", each once");
            return source;
        } catch (IOException e) {
            throw new UserError("what the checkpoint says of files can't be read: " + RootCause.of(e)
                    + "; give another --checkpoint");
        }
    }

    private static Source socket(Options options, SparkConf conf) {
        try {
            InetAddress.getByName(options.host());
        } catch (UnknownHostException e) {
            String problem = "the host of --host is not known: " + options.host();
            if (SparkSettings.isLocal(conf)) {
                throw new UserError(problem);
            }
            Console.say(problem + " here; executors may know it");
        }
        return socket(options.host(), options.port(), options, conf);
    }

    private static SocketSource socket(String host, int port, Options options, SparkConf conf) {
        TitleSocket socket = new TitleSocket(host, port, options.maxLineLength(), StderrNotices.ON_DRIVER);
        if (SparkSettings.hasReceiverLog(conf)) {
            return SocketSource.logged(
                    socket,
                    SparkSettings.blockInterval(conf),
                    () -> RunningJob.current().lastEnded(),
                    JobLogging::quietenClosedLog);
        }
        if (!SparkSettings.isLocal(conf)) {
            return SocketSource.uncounted(socket, StorageLevel.MEMORY_AND_DISK_SER_2());
        }
        // Lines from before a restart would be counted as this run's.
        return options.folders().checkpoint().isPresent()
                ? SocketSource.uncounted(socket, StorageLevel.MEMORY_AND_DISK_SER())
                : SocketSource.counted(socket, options.batchInterval());
    }
}
