package io.github.ratingsstream.app;

import io.github.ratingsstream.app.options.Options;
import io.github.ratingsstream.core.executor.OmdbOnExecutors;
import io.github.ratingsstream.core.job.JobCheckpoint;
import io.github.ratingsstream.core.output.OutputFolder;
import io.github.ratingsstream.core.source.Source;
import java.net.URI;
import java.util.Optional;
import org.apache.spark.SparkConf;

/**
 * What a stream is made of, checked and ready.
 *
 * @param options the options as they were given
 * @param conf Spark's settings, complete
 * @param source where titles come from
 * @param omdbUrl where OMDb is
 * @param executors how the clients get to the executors
 * @param output where records are written, if they are
 * @param checkpoint what the job goes on from, if it has a checkpoint
 */
record JobParts(
        Options options,
        SparkConf conf,
        Source source,
        URI omdbUrl,
        OmdbOnExecutors executors,
        Optional<OutputFolder> output,
        Optional<JobCheckpoint> checkpoint) {

    /** Makes a stream of the parts, and runs it to its end. */
    @FunctionalInterface
    interface Run {
        ExitCode run(JobParts parts) throws Exception;
    }
}
