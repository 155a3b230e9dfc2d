package io.github.ratingsstream.app;

import io.github.ratingsstream.app.options.ClientOptions;
import io.github.ratingsstream.app.options.Options;
import io.github.ratingsstream.app.options.OutputFormat;
import io.github.ratingsstream.app.terminal.Console;
import io.github.ratingsstream.app.terminal.StderrNotices;
import io.github.ratingsstream.core.executor.OmdbOnExecutors;
import io.github.ratingsstream.core.job.BatchWork;
import io.github.ratingsstream.core.job.JobCheckpoint;
import io.github.ratingsstream.core.job.LookUpBatch;
import io.github.ratingsstream.core.job.NamedStep;
import io.github.ratingsstream.core.job.ParkedDrain;
import io.github.ratingsstream.core.job.RunningJob;
import io.github.ratingsstream.core.lookup.LookUpTitles;
import io.github.ratingsstream.core.lookup.OmdbLookup;
import io.github.ratingsstream.core.notice.UserError;
import io.github.ratingsstream.core.output.BackgroundOutput;
import io.github.ratingsstream.core.output.BatchReport;
import io.github.ratingsstream.core.output.RatingFormat;
import io.github.ratingsstream.core.output.RatingsPrinter;
import io.github.ratingsstream.core.output.ResultJson;
import io.github.ratingsstream.core.output.Tally;
import io.github.ratingsstream.core.parking.ParkedLookups;
import io.github.ratingsstream.core.result.Found;
import io.github.ratingsstream.core.result.LookupResult;
import io.github.ratingsstream.core.source.Drain;
import io.github.ratingsstream.core.source.Source;
import io.github.ratingsstream.omdb.store.StoreException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.streaming.Durations;
import org.apache.spark.streaming.api.java.JavaDStream;
import org.apache.spark.streaming.api.java.JavaStreamingContext;

/**
 * The job: movie titles come in on a socket or from files, their ratings go out on the console.
 *
 * <p>Its four steps are those of the PySpark script it ports; see {@link #wire}. Not for use as a library: use
 * {@link LookUpTitles}.
 */
@SuppressWarnings("deprecation") // DStreams are Spark's legacy API, and what this project is for.
public final class MovieRatingsStream {

    private final JobParts parts;
    private final Options options;
    private final Source source;
    private final OmdbLookup omdb;
    private final Totals totals = new Totals();
    /** Where records are written, nobody waits for whoever reads stdout. */
    private final Optional<BackgroundOutput> background;

    private MovieRatingsStream(JobParts parts) {
        this.parts = parts;
        this.options = parts.options();
        this.source = parts.source();
        this.background = parts.output().map(records -> Console.outInBackground());
        OmdbLookup any = parts.executors().lookup(new ClientOptions(options, parts.omdbUrl()));
        this.omdb = options.type().map(any::ofType).orElse(any);
    }

    /**
     * Runs the job until it is stopped, and ends the process with one of the exit codes that {@code --help} lists.
     *
     * @param args the options
     */
    public static void main(String[] args) {
        System.exit(
                Launcher.run(parts -> new MovieRatingsStream(parts).run(), args).number());
    }

    /** Runs the stream; {@link Launcher} has already checked what it could. */
    private ExitCode run() throws IOException, InterruptedException {
        OmdbOnExecutors executors = parts.executors();
        Optional<JobCheckpoint> checkpoint = parts.checkpoint();
        LookUpTitles lookUp = lookUp();
        Optional<ParkedLookups> parked = executors.store().map(store -> parked(lookUp));
        Drain lines = source.drain();
        Drain drain =
                parked.<Drain>map(titles -> new ParkedDrain(lines, titles)).orElse(lines);
        boolean readAgain = checkpoint.isPresent()
                && (options.folders().watch().isPresent() || SparkSettings.hasReceiverLog(parts.conf()));
        JobEnd end = new JobEnd(
                drain, options.calls().timeout(), options.batchInterval(), readAgain, executors::endLookups, code -> {
                    background.ifPresent(Console::finish);
                    if (code == ExitCode.STOPPED) {
                        totals.say(parked.map(ParkedLookups::waiting));
                    }
                });
        end.onSignals();
        BatchReport report = new BatchReport(
                Console.ERR,
                Console.colours(),
                new CallsLeft(options.dailyLimit(), omdb, executors::store, Clock.systemUTC()),
                () -> parked.map(titles -> OptionalLong.of(titles.waiting())).orElseGet(OptionalLong::empty),
                tally -> afterBatch(tally, drain, end));
        BatchWork work = new BatchWork(lookUp, parked, parts.output(), report);
        RunningJob job = new RunningJob(work, printer(), source, checkpoint);
        job.makeCurrent();
        JavaStreamingContext context = checkpoint.isPresent() ? goOn(job, checkpoint.get()) : begin(spark());
        return end.run(context, job::started);
    }

    private JavaSparkContext spark() {
        Console.say("Spark is starting");
        JavaSparkContext spark = new JavaSparkContext(parts.conf());
        if (spark.sc().uiWebUrl().isDefined()) {
            Console.say("Spark's page is " + spark.sc().uiWebUrl().get());
        }
        return spark;
    }

    private JavaStreamingContext begin(JavaSparkContext spark) {
        JavaStreamingContext context = new JavaStreamingContext(
                spark, Durations.milliseconds(options.batchInterval().toMillis()));
        wire(context);
        return context;
    }

    /** Spark's context is created first, with today's settings; the checkpoint would bring back its own. */
    private JavaStreamingContext goOn(RunningJob job, JobCheckpoint checkpoint) throws IOException {
        checkpoint.claim();
        JavaSparkContext spark = spark();
        if (checkpoint.isBegun()) {
            Console.say("going on from the checkpoint in " + checkpoint.root());
            job.restoring();
            return checkpoint.restore();
        }
        JavaStreamingContext context = begin(spark);
        context.checkpoint(checkpoint.spark().toString());
        return context;
    }

    /**
     * The script's four steps are quoted beside ours; what is between them is new. A checkpoint holds these steps, and
     * they get what they work with from {@link RunningJob}.
     */
    private void wire(JavaStreamingContext context) {
        // lines = ssc.socketTextStream("localhost", 9999)
        JavaDStream<String> lines = source.titles(context);
        // ratings = lines.map(get_movie_rating)
        JavaDStream<LookupResult> results = LookUpBatch.in(lines);
        results.foreachRDD(NamedStep.BEGIN);
        // found = ratings.filter(lambda rating: rating is not None)
        JavaDStream<LookupResult> found = results.filter(new Found());
        // found.pprint()
        found.foreachRDD(NamedStep.PRINT);
        results.foreachRDD(NamedStep.END);
    }

    private LookUpTitles lookUp() {
        return LookUpTitles.with(omdb)
                .concurrency(options.calls().concurrency())
                .maxLineLength(options.maxLineLength());
    }

    private ParkedLookups parked(LookUpTitles lookUp) {
        try {
            return ParkedLookups.of(
                    parts.executors()::database,
                    parts.conf().get("spark.app.name"),
                    lookUp,
                    options.calls().concurrency());
        } catch (SQLException | StoreException e) {
            throw new UserError("--store can't be used: its table ratings_parked can't be made or read;"
                    + " see the database's log, and the user's rights");
        }
    }

    private RatingsPrinter printer() {
        RatingFormat format = options.format() == OutputFormat.JSON ? new ResultJson() : RatingFormat.PYTHON;
        return background
                .map(out -> RatingsPrinter.inBackground(out, format, options.show(), StderrNotices.HERE))
                .orElseGet(() -> new RatingsPrinter(Console.OUT, format, options.show()));
    }

    private void afterBatch(Tally tally, Drain drain, JobEnd end) {
        drain.account(tally.arrived());
        totals.add(tally);
        tally.refusal().ifPresent(why -> end.fail(ExitCode.KEY_REFUSED, why + "; the job stops here"));
        if (source.endsAfter(tally.arrived())) {
            end.done("that was all");
        }
    }
}
