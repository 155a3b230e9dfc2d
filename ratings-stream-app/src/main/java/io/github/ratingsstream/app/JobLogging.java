package io.github.ratingsstream.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.properties.PropertiesConfigurationFactory;

/** Keeps Spark's chatter from a terminal, unless the user has a log4j2 configuration of their own. */
final class JobLogging {

    /** The shade plugin rewrites this name with the package: in the jar it is the relocated one. */
    private static final String HTTP_LOGGERS = "org.apache.hc";

    private JobLogging() {}

    static void start() {
        if (!isUsersOwn()) {
            useOurs();
        }
        holdHttpLoggers();
    }

    /** Below INFO they print every request's URL, and the key with it. */
    static void holdHttpLoggers() {
        Configurator.setLevel(HTTP_LOGGERS, Level.INFO);
        Configurator.setAllLevels(HTTP_LOGGERS, Level.INFO);
    }

    /** When the job says in one line why it ends, nobody else speaks. */
    static void silence() {
        Configurator.setAllLevels(LogManager.ROOT_LOGGER_NAME, Level.OFF);
    }

    private static boolean isUsersOwn() {
        return Stream.of("log4j2.configurationFile", "log4j.configurationFile")
                        .anyMatch(property -> System.getProperty(property) != null)
                || Stream.of("properties", "xml", "yaml", "yml", "json", "jsn")
                        .flatMap(ending -> Stream.of("log4j2." + ending, "log4j2-test." + ending))
                        .anyMatch(name -> ClassLoader.getSystemResource(name) != null);
    }

    private static void useOurs() {
        try (InputStream in = JobLogging.class.getResourceAsStream("quiet-log4j2.properties")) {
            LoggerContext context = (LoggerContext) LogManager.getContext(false);
            context.start(new PropertiesConfigurationFactory().getConfiguration(context, new ConfigurationSource(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
