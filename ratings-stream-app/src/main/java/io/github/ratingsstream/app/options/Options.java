package io.github.ratingsstream.app.options;

import io.github.ratingsstream.app.options.OptionConverters.FormatConverter;
import io.github.ratingsstream.app.options.OptionConverters.PathConverter;
import io.github.ratingsstream.app.options.OptionConverters.ShowConverter;
import io.github.ratingsstream.app.options.OptionConverters.TypeConverter;
import io.github.ratingsstream.omdb.request.TitleType;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options as they were given; the defaults are beside them. Filled by {@link CommandLineOptions}. */
@Command(
        name = "ratings-stream-app.jar",
        sortOptions = false,
        versionProvider = Version.class,
        usageHelpWidth = 100,
        synopsisHeading = "Usage: spark-submit [Spark's options] ",
        customSynopsis = "ratings-stream-app.jar [options]%n",
        description = {
            "   or: ./ratings-stream [Spark's options] [options]        where no Spark is installed",
            "",
            "Movie titles in, one per line; ratings out.",
            "",
            "  nc -lk 9999                                     in another terminal: type titles there",
            "  ./ratings-stream --offline                      no key, no network: a few hundred titles",
            "  ./ratings-stream --store films --daily-limit 900",
            "                                                  OMDb itself, with the key in OMDB_API_KEY",
            "  ./ratings-stream --watch titles --output ratings --checkpoint state",
            "                                                  from files to files; continues after a kill",
            ""
        },
        footer = {
            "",
            "Times need a unit (500ms, 10s, 24h). Each option can also be given as",
            "--conf spark.ratings.<name>; an option wins over the conf.",
            "The key comes from --api-key-file or the environment variable OMDB_API_KEY.",
            "Exit: 0 stopped as asked, 1 the stream failed, 2 a mistake in the options or the set-up,",
            "3 OMDb refuses the key."
        })
public final class Options {

    private static final Duration DEMO_BATCH_INTERVAL = Duration.ofSeconds(2);

    @Option(
            names = "--host",
            defaultValue = "localhost",
            paramLabel = "NAME",
            description = "where titles come from (${DEFAULT-VALUE})")
    private String host;

    @Option(names = "--port", defaultValue = "9999", paramLabel = "N", description = "its port (${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--batch-interval",
            defaultValue = "10s",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "time between batches (${DEFAULT-VALUE})")
    private Duration batchInterval;

    @Option(
            names = "--omdb-url",
            defaultValue = "https://www.omdbapi.com/",
            paramLabel = "URL",
            description = "where OMDb is (${DEFAULT-VALUE})")
    private URI omdbUrl;

    @Option(
            names = "--api-key-file",
            paramLabel = "FILE",
            converter = PathConverter.class,
            description = "a file that holds the key, or a properties file with omdb.api.key")
    private @Nullable Path apiKeyFile;

    @Option(
            names = "--type",
            defaultValue = "any",
            paramLabel = "TYPE",
            converter = TypeConverter.class,
            description = "any, movie, series or episode (${DEFAULT-VALUE})")
    private @Nullable TitleType type;

    @Mixin
    private CallOptions calls = new CallOptions();

    @Mixin
    private CacheOptions cache = new CacheOptions();

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Option(
            names = "--daily-limit",
            paramLabel = "N",
            description = "calls per UTC day; then lookups fail without a call, with --store titles wait (no limit)")
    private @Nullable Long dailyLimit;

    @Option(
            names = "--show",
            defaultValue = "all",
            paramLabel = "ROWS",
            converter = ShowConverter.class,
            description = "rows printed per batch: all, a number, 0 for nothing (${DEFAULT-VALUE})")
    private int show;

    @Option(
            names = "--format",
            defaultValue = "python",
            paramLabel = "FORMAT",
            converter = FormatConverter.class,
            description = "python or json (${DEFAULT-VALUE})")
    private OutputFormat format;

    @Option(names = "--output", paramLabel = "DIR", description = "a directory; one JSON object per line of input")
    private @Nullable String output;

    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Option(
            names = "--max-line-length",
            defaultValue = "1000",
            paramLabel = "N",
            description = "longer lines are invalid (${DEFAULT-VALUE})")
    private int maxLineLength;

    @Option(names = "--offline", description = "ask an embedded OMDb with a few hundred titles: no key, no network")
    private boolean offline;

    @Option(names = "--demo", description = "--offline, with titles of its own; ends by itself")
    private boolean demo;

    @Option(
            names = "--completion",
            description = "print a script that completes options in bash: source <(./ratings-stream --completion)")
    private boolean completion;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this text")
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "the version")
    private boolean version;

    /** {@return the host of the socket} */
    public String host() {
        return host;
    }

    /** {@return the port of the socket} */
    public int port() {
        return port;
    }

    /** {@return the time between batches} */
    public Duration batchInterval() {
        return demo ? DEMO_BATCH_INTERVAL : batchInterval;
    }

    /** {@return where OMDb is} */
    public URI omdbUrl() {
        return omdbUrl;
    }

    /** {@return the file that holds the key, if there is one} */
    public Optional<Path> apiKeyFile() {
        return Optional.ofNullable(apiKeyFile);
    }

    /** {@return the one kind of title that is wanted, or nothing for all} */
    public Optional<TitleType> type() {
        return Optional.ofNullable(type);
    }

    /** {@return how OMDb is asked} */
    public CallOptions calls() {
        return calls;
    }

    /** {@return how long answers are kept} */
    CacheOptions cache() {
        return cache;
    }

    /** {@return where answers and counts are kept} */
    public StoreOptions store() {
        return store;
    }

    /** {@return the most calls a UTC day, if there is a limit} */
    public OptionalLong dailyLimit() {
        return dailyLimit == null ? OptionalLong.empty() : OptionalLong.of(dailyLimit);
    }

    /** {@return the most rows printed for a batch} */
    public int show() {
        return show;
    }

    /** {@return how rows look} */
    public OutputFormat format() {
        return format;
    }

    /** {@return the directory for records, if they are written} */
    public Optional<String> output() {
        return Optional.ofNullable(output);
    }

    /** {@return the folders that outlast the job} */
    public FolderOptions folders() {
        return folders;
    }

    /** {@return the longest line that is looked up, in UTF-16 units} */
    public int maxLineLength() {
        return maxLineLength;
    }

    /** {@return whether only the script for completion is wanted} */
    boolean completion() {
        return completion;
    }

    /** {@return whether the embedded OMDb answers} */
    public boolean offline() {
        return offline || demo;
    }

    /** {@return whether the demo runs, which is offline too} */
    public boolean demo() {
        return demo;
    }
}
