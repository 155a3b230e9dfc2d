package io.github.ratingsstream.app.options;

import io.github.ratingsstream.core.output.RatingsPrinter;
import io.github.ratingsstream.omdb.request.TitleType;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the option values that are words of a fixed set. */
final class OptionConverters {

    private OptionConverters() {}

    static final class TypeConverter implements ITypeConverter<@Nullable TitleType> {
        @Override
        public @Nullable TitleType convert(String text) {
            return switch (text) {
                case "any" -> null;
                case "movie" -> TitleType.MOVIE;
                case "series" -> TitleType.SERIES;
                case "episode" -> TitleType.EPISODE;
                default -> throw new TypeConversionException("'" + text + "' is not any, movie, series or episode");
            };
        }
    }

    static final class ShowConverter implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (text.equals("all")) {
                return RatingsPrinter.ALL;
            }
            if (!text.matches("\\d{1,9}")) {
                throw new TypeConversionException("'" + text + "' is not all or a number");
            }
            return Integer.valueOf(text);
        }
    }

    static final class FormatConverter implements ITypeConverter<OutputFormat> {
        @Override
        public OutputFormat convert(String text) {
            return switch (text) {
                case "python" -> OutputFormat.PYTHON;
                case "json" -> OutputFormat.JSON;
                default -> throw new TypeConversionException("'" + text + "' is not python or json");
            };
        }
    }

    /** An answer may be kept for longer than anything else here lasts. */
    static final class AgeConverter implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            return DurationConverter.read(text, Duration.ofDays(365), "365d");
        }
    }

    static final class StoreConverter implements ITypeConverter<StoreAddress> {
        @Override
        public StoreAddress convert(String text) {
            return StoreAddress.parse(text);
        }
    }

    static final class PathConverter implements ITypeConverter<Path> {
        @Override
        public Path convert(String text) {
            try {
                return Path.of(text);
            } catch (InvalidPathException e) {
                throw new TypeConversionException("'" + text + "' is not a path");
            }
        }
    }
}
