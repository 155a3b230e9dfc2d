package io.github.ratingsstream.app.options;

import io.github.ratingsstream.app.terminal.Console;
import io.github.ratingsstream.core.io.FolderFiles;
import io.github.ratingsstream.core.notice.UserError;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.apache.spark.SparkConf;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import scala.Tuple2;

/**
 * Reads options: an option wins over {@code spark.ratings.<name>}, which wins over the default. Mistakes are user
 * errors.
 */
public final class CommandLineOptions {

    private static final String PREFIX = "spark.ratings.";

    private static final Set<String> NEVER_IN_CONF = Set.of("help", "version", "completion");

    /** Options of spark-submit that are often given in the wrong place: whatever stands behind the jar is the job's. */
    private static final Set<String> SPARK_SUBMITS = Set.of(
            "--class",
            "--conf",
            "--deploy-mode",
            "--driver-memory",
            "--executor-cores",
            "--executor-memory",
            "--files",
            "--jars",
            "--master",
            "--name",
            "--num-executors",
            "--packages",
            "--properties-file",
            "--total-executor-cores");

    /** At most two letters added, left out or changed; else -1. Commons Text is among Spark's own libraries. */
    private static final LevenshteinDistance TYPOS = new LevenshteinDistance(2);

    private final Options options = new Options();
    private final CommandLine commandLine = new CommandLine(options);
    private final Map<String, String> conf;

    /**
     * A reader of options.
     *
     * @param sparkConf Spark's settings, with those that stand for options
     */
    public CommandLineOptions(SparkConf sparkConf) {
        this.conf = Arrays.stream(sparkConf.getAllWithPrefix(PREFIX)).collect(Collectors.toMap(Tuple2::_1, Tuple2::_2));
        commandLine.setDefaultValueProvider(new ConfDefaults());
        commandLine.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, new GroupedHelp());
    }

    /**
     * Reads and checks the options.
     *
     * @param args the options as they were given
     * @return the options; empty if help, the version or the completion was asked for, and printed
     * @throws UserError if there is a mistake in them
     */
    public Optional<Options> read(String... args) {
        refuseKeyOnTheCommandLine(args);
        refusePasswords(Stream.concat(Arrays.stream(args), conf.values().stream()));
        checkConf();
        try {
            commandLine.parseArgs(args);
        } catch (UnmatchedArgumentException e) {
            throw new UserError(unmatched(e) + "--help lists the options");
        } catch (ParameterException e) {
            throw new UserError(firstLine(e.getMessage()) + "; --help lists the options");
        }
        if (commandLine.isUsageHelpRequested()) {
            Console.OUT.print(help());
            return Optional.empty();
        }
        if (commandLine.isVersionHelpRequested()) {
            commandLine.printVersionHelp(Console.OUT);
            return Optional.empty();
        }
        if (options.completion()) {
            Console.OUT.print(AutoComplete.bash("ratings-stream", commandLine));
            return Optional.empty();
        }
        refuseMisspelt();
        OptionChecks.check(options);
        refuseContradictions();
        return Optional.of(options);
    }

    String help() {
        return commandLine.getUsageMessage();
    }

    /** The key's value must not be repeated in a message. */
    private static void refuseKeyOnTheCommandLine(String... args) {
        for (String arg : args) {
            if (arg.matches("--?(omdb[._-]?)?(api[._-]?)?key(=.*)?")) {
                throw new UserError("the key can't be an option, where everybody can read it: put it in a file and give"
                        + " --api-key-file, or set the environment variable OMDB_API_KEY");
            }
        }
    }

    /** Nor must a password, wherever it stands. */
    private static void refusePasswords(Stream<String> values) {
        if (values.anyMatch(StoreAddress::holdsPassword)) {
            throw new UserError(
                    "a password can't be an option, where everybody can read it: set the environment variable"
                            + " PGPASSWORD, or keep it in .pgpass");
        }
    }

    private void checkConf() {
        Set<String> known = commandLine.getCommandSpec().options().stream()
                .map(CommandLineOptions::name)
                .filter(name -> !NEVER_IN_CONF.contains(name))
                .collect(Collectors.toSet());
        Set<String> unknown = new TreeSet<>(conf.keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new UserError("unknown setting " + PREFIX + unknown.iterator().next() + "; --help lists the options");
        }
        conf.forEach((name, value) -> {
            if (value.isBlank()) {
                throw new UserError("the setting " + PREFIX + name + " is empty");
            }
        });
    }

    /** Names the first word that is not an option of ours, and what it was probably meant to be. */
    private String unmatched(UnmatchedArgumentException e) {
        String word = e.getUnmatched().get(0);
        if (!word.startsWith("-")) {
            return "unexpected argument '" + word + "'; ";
        }
        String option = word.split("=", 2)[0];
        if (SPARK_SUBMITS.contains(option)) {
            return "unknown option " + option + "; it is Spark's, and goes before the job's own options; ";
        }
        return "unknown option " + option + "; "
                + similar(option).map(meant -> "did you mean " + meant + "? ").orElse("");
    }

    private Optional<String> similar(String mistyped) {
        return commandLine.getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
                .filter(name -> TYPOS.apply(name, mistyped.toLowerCase(Locale.ROOT)) >= 0)
                .min(Comparator.comparingInt(name -> TYPOS.apply(name, mistyped.toLowerCase(Locale.ROOT))));
    }

    private void refuseMisspelt() {
        conf.forEach(CommandLineOptions::refuseMisspelt);
        for (OptionSpec option : commandLine.getParseResult().matchedOptions()) {
            option.originalStringValues().forEach(value -> refuseMisspelt(name(option), value));
        }
    }

    /** A folder of another name than the one meant would be made, or not be found. */
    private static void refuseMisspelt(String name, String value) {
        String locale = System.getProperty("sun.jnu.encoding", "UTF-8");
        if (!FolderFiles.canSpell(value, Charset.forName(locale))) {
            throw new UserError("the value of --" + name + " has letters that can't be spelt in this locale (" + locale
                    + "): set LC_ALL=C.UTF-8");
        }
    }

    private void refuseContradictions() {
        if (options.folders().watch().isPresent()) {
            Stream.of("host", "port", "demo")
                    .filter(name -> name.equals("demo") ? options.demo() : isGiven(name))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new UserError("--watch takes titles from files, and --" + other
                                + " from a socket: leave out one of them");
                    });
        }
        if (options.offline() && isGiven("omdb-url")) {
            throw new UserError(
                    (options.demo() ? "--demo" : "--offline") + " asks an OMDb of its own: leave out --omdb-url");
        }
    }

    private boolean isGiven(String name) {
        return conf.containsKey(name) || commandLine.getParseResult().hasMatchedOption("--" + name);
    }

    private static String name(OptionSpec option) {
        return option.longestName().substring(2);
    }

    private static String firstLine(String message) {
        String line = message.lines().findFirst().orElse("the options can't be read");
        return line.replaceFirst("('-?\\d+') is not an? (int|long)$", "$1 is out of range")
                .replaceFirst(" is not an? (int|long)$", " is not a number")
                .replaceFirst(" is not a boolean$", " is not true or false");
    }

    private final class ConfDefaults implements IDefaultValueProvider {
        @Override
        public String defaultValue(ArgSpec argument) {
            String given = argument instanceof OptionSpec option ? conf.get(name(option)) : null;
            return given == null ? argument.defaultValue() : given;
        }
    }
}
