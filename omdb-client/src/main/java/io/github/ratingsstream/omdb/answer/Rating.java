package io.github.ratingsstream.omdb.answer;

import java.io.Serial;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A rating by one source, such as {@code 8.1/10}, {@code 91%} or {@code 76/100}.
 *
 * <p>Immutable, thread-safe, serialisable by Java and Kryo.
 */
public final class Rating implements Serializable {

    /** IMDb's ratings, on a scale of 10. */
    public static final String IMDB = "Internet Movie Database";

    /** Rotten Tomatoes' share of good reviews, in percent. */
    public static final String ROTTEN_TOMATOES = "Rotten Tomatoes";

    /** Metacritic's weighted mean, on a scale of 100. */
    public static final String METACRITIC = "Metacritic";

    @Serial
    private static final long serialVersionUID = 1;

    private static final Pattern VALUE = Pattern.compile("(\\d{1,4}(?:\\.\\d{1,4})?)(?:/(\\d{1,4})|(%))");

    private final String source;
    private final String text;

    private Rating(String source, String text) {
        this.source = source;
        this.text = text;
    }

    /**
     * A rating, for tests.
     *
     * @param source who rates, such as {@link #ROTTEN_TOMATOES}
     * @param text the value as OMDb writes it, such as {@code 91%}
     * @return the rating
     */
    public static Rating of(String source, String text) {
        return new Rating(Objects.requireNonNull(source, "source"), Objects.requireNonNull(text, "text"));
    }

    /**
     * The source of the rating.
     *
     * @return OMDb's name of the source
     */
    public String source() {
        return source;
    }

    /**
     * The value as OMDb sends it.
     *
     * @return such as {@code 8.1/10}
     */
    public String text() {
        return text;
    }

    /**
     * The value on the source's own scale.
     *
     * @return 0 to {@link #scale}; nothing if the text can't be read
     */
    public Optional<Double> score() {
        Matcher value = value();
        return value == null ? Optional.empty() : Optional.of(scoreOf(value));
    }

    /**
     * The greatest value on the source's own scale.
     *
     * @return such as 10, or 100 for percent; nothing if the text can't be read
     */
    public Optional<Double> scale() {
        Matcher value = value();
        return value == null ? Optional.empty() : Optional.of(scaleOf(value));
    }

    /**
     * The value on a scale of 100, to compare sources.
     *
     * @return 0 to 100; nothing if the text can't be read
     */
    public Optional<Double> percent() {
        Matcher value = value();
        return value == null
                ? Optional.empty()
                // As decimals: with doubles, 4.1/5 would be 81.99999999999999.
                : Optional.of(new BigDecimal(value.group(1))
                        .scaleByPowerOfTen(2)
                        .divide(BigDecimal.valueOf(scaleOf(value)), MathContext.DECIMAL64)
                        .doubleValue());
    }

    private @Nullable Matcher value() {
        Matcher value = VALUE.matcher(text);
        return value.matches() && scaleOf(value) > 0 && scoreOf(value) <= scaleOf(value) ? value : null;
    }

    private static double scoreOf(Matcher value) {
        return Double.parseDouble(value.group(1));
    }

    private static double scaleOf(Matcher value) {
        return value.group(2) == null ? 100 : Double.parseDouble(value.group(2));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rating that && source.equals(that.source) && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return 31 * source.hashCode() + text.hashCode();
    }

    @Override
    public String toString() {
        return source + " " + text;
    }
}
