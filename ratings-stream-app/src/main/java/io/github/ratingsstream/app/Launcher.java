package io.github.ratingsstream.app;

import io.github.ratingsstream.app.demo.Demo;
import io.github.ratingsstream.app.demo.EmbeddedOmdb;
import io.github.ratingsstream.app.options.ApiKeySource;
import io.github.ratingsstream.app.options.CommandLineOptions;
import io.github.ratingsstream.app.options.FixedOptions;
import io.github.ratingsstream.app.options.Options;
import io.github.ratingsstream.app.options.StoreAddress;
import io.github.ratingsstream.app.terminal.Console;
import io.github.ratingsstream.app.terminal.JobLogging;
import io.github.ratingsstream.app.terminal.StderrNotices;
import io.github.ratingsstream.core.executor.OmdbOnExecutors;
import io.github.ratingsstream.core.io.GivenFolder;
import io.github.ratingsstream.core.io.NewFolders;
import io.github.ratingsstream.core.job.JobCheckpoint;
import io.github.ratingsstream.core.job.StartChecks;
import io.github.ratingsstream.core.job.SupportedJdk;
import io.github.ratingsstream.core.notice.RootCause;
import io.github.ratingsstream.core.notice.UserError;
import io.github.ratingsstream.core.output.OutputFolder;
import io.github.ratingsstream.core.source.Source;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.SparkConf;

/**
 * Everything before the stream: options, key, store, folders, embedded OMDb. A mistake of the user ends the job here,
 * with one line.
 */
final class Launcher {

    private final Options options;
    private final SparkConf conf;
    private final Optional<OutputFolder> output;
    private final Optional<JobCheckpoint> checkpoint;
    private final OmdbOnExecutors executors;
    private final NewFolders folders;
    private final JobParts.Run stream;

    private Launcher(
            Options options,
            SparkConf conf,
            Optional<OutputFolder> output,
            Optional<JobCheckpoint> checkpoint,
            OmdbOnExecutors executors,
            NewFolders folders,
            JobParts.Run stream) {
        this.options = options;
        this.conf = conf;
        this.output = output;
        this.checkpoint = checkpoint;
        this.executors = executors;
        this.folders = folders;
        this.stream = stream;
    }

    static ExitCode run(JobParts.Run stream, String... args) {
        JobLogging.start();
        try {
            SupportedJdk.check();
            SparkConf conf = new SparkConf();
            Optional<Options> options = new CommandLineOptions(conf).read(args);
            return options.isEmpty()
                    ? ExitCode.STOPPED
                    : launch(options.get(), SparkSettings.complete(conf, options.get()), stream);
        } catch (UserError e) {
            Console.say(e.getMessage());
            return ExitCode.USER_ERROR;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.STREAM_FAILED;
        } catch (Exception e) {
            // Scala does not declare what it throws.
            Console.say("the job failed: " + RootCause.of(e));
            return ExitCode.STREAM_FAILED;
        } finally {
            Console.finish();
        }
    }

    private static ExitCode launch(Options options, SparkConf conf, JobParts.Run stream) throws Exception {
        if (options.offline() && !SparkSettings.isLocal(conf)) {
            throw new UserError(
                    "--offline and --demo have their OMDb in the driver: use a local master, such as local[2]");
        }
        String key = options.offline() ? EmbeddedOmdb.KEY : ApiKeySource.find(options.apiKeyFile(), System.getenv());
        Map<String, String> directories = directories(options);
        StartChecks.folders(directories);
        StartChecks.settings(
                conf, options.folders().watch().isEmpty(), options.folders().checkpoint());
        directories.remove("--watch");
        NewFolders folders = new NewFolders(directories.values());
        try {
            return launch(options, conf, key, folders, stream);
        } catch (UserError refused) {
            folders.remove();
            throw refused;
        }
    }

    /** Those that are given, by option; on whatever file system. */
    private static Map<String, String> directories(Options options) {
        Map<String, String> all = new TreeMap<>();
        options.output().ifPresent(directory -> all.put("--output", directory));
        options.folders().watch().ifPresent(directory -> all.put("--watch", directory));
        options.folders().checkpoint().ifPresent(directory -> all.put("--checkpoint", directory));
        options.store()
                .address()
                .filter(StoreAddress::isDirectory)
                .ifPresent(address -> all.put("--store", address.directory().toString()));
        return all;
    }

    private static ExitCode launch(Options options, SparkConf conf, String key, NewFolders folders, JobParts.Run stream)
            throws Exception {
        Optional<OutputFolder> output =
                options.output().map(path -> OutputFolder.open(new GivenFolder("--output", path)));
        // The lock in it is this job's.
        options.output().ifPresent(folders::holds);
        Optional<JobCheckpoint> checkpoint = options.folders()
                .checkpoint()
                .map(path -> JobCheckpoint.open(
                        new GivenFolder("--checkpoint", path), FixedOptions.version(), FixedOptions.of(options)));
        options.folders().checkpoint().ifPresent(folders::holds);
        try (OmdbOnExecutors executors = OmdbOnExecutors.withKey(key).notices(StderrNotices.HERE)) {
            options.store().address().ifPresent(address -> {
                StoreOnDriver.open(address, SparkSettings.isLocal(conf), executors);
                folders.holds(address.toString());
            });
            StartChecks.master(conf);
            Launcher launcher = new Launcher(options, conf, output, checkpoint, executors, folders, stream);
            return options.demo() ? launcher.demo() : launcher.job();
        }
    }

    private ExitCode job() throws Exception {
        Source source = Sources.of(options, conf, checkpoint);
        return options.offline() ? offline(source) : stream(source, options.omdbUrl());
    }

    private ExitCode demo() throws Exception {
        try (Demo demo = new Demo()) {
            Console.say("a demo with no key and no network: " + demo.size()
                    + " lines come in over a socket, an embedded OMDb answers, a batch every 2 s");
            ExitCode code = offline(Sources.of(demo, options, conf));
            Console.say("titles of your own: nc -lk 9999, and in another terminal ./ratings-stream --offline;"
                    + " with a key in OMDB_API_KEY leave --offline out");
            return code;
        }
    }

    private ExitCode offline(Source source) throws Exception {
        try (EmbeddedOmdb omdb = new EmbeddedOmdb()) {
            Console.say("an embedded OMDb answers; it knows " + omdb.whatItKnows());
            return stream(source, omdb.url());
        }
    }

    private ExitCode stream(Source source, URI omdbUrl) throws Exception {
        folders.begin();
        return stream.run(new JobParts(options, conf, source, omdbUrl, executors, output, checkpoint));
    }
}
