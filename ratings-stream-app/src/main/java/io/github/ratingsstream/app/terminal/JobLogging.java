package io.github.ratingsstream.app.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.properties.PropertiesConfigurationFactory;
import org.apache.spark.SparkConf;

/** Keeps Spark's chatter from a terminal, unless the user has a log4j2 configuration of their own. */
public final class JobLogging {

    /** The shade plugin rewrites this name with the package: in the jar it is the relocated one. */
    private static final String HTTP_LOGGERS = "org.apache.hc";

    /** The JDK forgets a logger that nobody holds, and its level with it. */
    private static final java.util.logging.Logger POSTGRESQL = java.util.logging.Logger.getLogger("org.postgresql");

    private JobLogging() {}

    /** Sets up the logs; to be called before Spark creates its first logger. */
    public static void start() {
        // A log's appender takes what stderr is when it begins.
        System.setErr(Console.ERR);
        if (!isUsersOwn()) {
            useOurs();
        }
        holdLoggers();
    }

    /**
     * Below INFO, the HTTP loggers print every request's URL, and the key with it. PostgreSQL's repeat what its
     * exceptions say.
     */
    public static void holdLoggers() {
        POSTGRESQL.setLevel(java.util.logging.Level.OFF);
        contexts().forEach(context -> setLevels(context, HTTP_LOGGERS, Level.INFO));
    }

    /** Silences all loggers, as the job says in one line why it ends. */
    public static void silence() {
        contexts().forEach(context -> setLevels(context, LogManager.ROOT_LOGGER_NAME, Level.OFF));
    }

    /** During a stop Spark goes on making batches after it has closed the write-ahead log, and warns of each. */
    public static void quietenClosedLog() {
        contexts().forEach(context -> {
            setLevels(context, "org.apache.spark.streaming.scheduler.ReceivedBlockTracker", Level.ERROR);
            setLevels(context, "org.apache.spark.streaming.util", Level.ERROR);
        });
    }

    /**
     * Log4j has a context for each class loader: with userClassPathFirst, our classes and Spark's have different
     * loaders.
     */
    private static Set<LoggerContext> contexts() {
        return Stream.of(JobLogging.class, SparkConf.class)
                .map(type -> (LoggerContext) LogManager.getContext(type.getClassLoader(), false))
                .collect(Collectors.toSet());
    }

    /** Sets the logger's own level, and those of all loggers configured below it. */
    private static void setLevels(LoggerContext context, String name, Level level) {
        Configuration configuration = context.getConfiguration();
        if (!configuration.getLoggers().containsKey(name)) {
            configuration.addLogger(name, new LoggerConfig(name, level, true));
        }
        String below = name.isEmpty() ? "" : name + ".";
        configuration.getLoggers().forEach((each, logger) -> {
            if (each.equals(name) || each.startsWith(below)) {
                logger.setLevel(level);
            }
        });
        context.updateLoggers();
    }

    private static boolean isUsersOwn() {
        return Stream.of("log4j2.configurationFile", "log4j.configurationFile")
                        .anyMatch(property -> System.getProperty(property) != null)
                || Stream.of("properties", "xml", "yaml", "yml", "json", "jsn")
                        .flatMap(ending -> Stream.of("log4j2." + ending, "log4j2-test." + ending))
                        .anyMatch(name -> ClassLoader.getSystemResource(name) != null);
    }

    private static void useOurs() {
        contexts().forEach(context -> {
            try (InputStream in = JobLogging.class.getResourceAsStream("quiet-log4j2.properties")) {
                context.start(
                        new PropertiesConfigurationFactory().getConfiguration(context, new ConfigurationSource(in)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
