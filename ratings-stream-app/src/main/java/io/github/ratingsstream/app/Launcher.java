package io.github.ratingsstream.app;

import java.io.IOException;
import java.util.Optional;
import org.apache.spark.SparkConf;

/** Everything before the stream: options, key, embedded OMDb. A mistake ends here, with one line. */
final class Launcher {

    private Launcher() {}

    static ExitCode run(String... args) {
        JobLogging.start();
        try {
            SupportedJdk.check();
            SparkConf conf = new SparkConf();
            Optional<Options> options = new CommandLineOptions(conf).read(args);
            return options.isEmpty()
                    ? ExitCode.STOPPED
                    : launch(options.get(), SparkSettings.complete(conf, options.get()));
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
        }
    }

    private static ExitCode launch(Options options, SparkConf conf) throws IOException, InterruptedException {
        if (options.offline() && !SparkSettings.isLocal(conf)) {
            throw new UserError(
                    "--offline and --demo have their OMDb in the driver: use a local master, such as local[2]");
        }
        Optional<OutputFolder> output =
                options.output().map(path -> OutputFolder.open(new GivenFolder("--output", path)));
        try {
            options.store().address().ifPresent(address -> JobStore.openOnDriver(address, SparkSettings.isLocal(conf)));
            return launch(options, conf, output);
        } finally {
            // With a local master the driver's JVM is the executor's too.
            ClientOnExecutor.closeAll();
            JobStore.closeThisJvms();
        }
    }

    private static ExitCode launch(Options options, SparkConf conf, Optional<OutputFolder> output)
            throws IOException, InterruptedException {
        if (options.demo()) {
            return demo(options, conf, output);
        }
        Optional<JobCheckpoint> checkpoint = options.folders()
                .checkpoint()
                .map(path -> JobCheckpoint.open(
                        new GivenFolder("--checkpoint", path), FixedOptions.version(), FixedOptions.of(options)));
        Source source = Sources.of(options, conf, checkpoint);
        if (options.offline()) {
            return offline(options, conf, source, output, checkpoint);
        }
        DriverLink.setKey(ApiKeySource.find(options.apiKeyFile(), System.getenv()));
        return new MovieRatingsStream(options, conf, source, options.omdbUrl()).run(output, checkpoint);
    }

    private static ExitCode demo(Options options, SparkConf conf, Optional<OutputFolder> output)
            throws IOException, InterruptedException {
        try (Demo demo = new Demo()) {
            Console.say("a demo with no key and no network: " + demo.size()
                    + " lines come in over a socket, an embedded OMDb answers, a batch every 2 s");
            ExitCode code = offline(options, conf, Sources.of(demo, options, conf), output, Optional.empty());
            Console.say("titles of your own: nc -lk 9999, and in another terminal spark-submit"
                    + " ratings-stream-app.jar --offline; with a key in OMDB_API_KEY leave --offline out");
            return code;
        }
    }

    private static ExitCode offline(
            Options options,
            SparkConf conf,
            Source source,
            Optional<OutputFolder> output,
            Optional<JobCheckpoint> checkpoint)
            throws IOException, InterruptedException {
        try (EmbeddedOmdb omdb = new EmbeddedOmdb()) {
            Console.say("an embedded OMDb answers, with " + omdb.size() + " titles");
            DriverLink.setKey(EmbeddedOmdb.KEY);
            return new MovieRatingsStream(options, conf, source, omdb.url()).run(output, checkpoint);
        }
    }
}
