package io.github.ratingsstream.omdb.answer;

import java.io.Serial;
import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A year or a range of years: {@code 2008}, {@code 2008–2013}, or {@code 2008–} for a series that goes on.
 *
 * <p>OMDb is not consistent: it has written an ended series both as {@code 1993–} and as {@code 1993}. Immutable,
 * thread-safe, serialisable.
 */
public final class OmdbYear implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int OPEN = Integer.MAX_VALUE;

    /** OMDb writes U+2013; people and other sources a hyphen. */
    private static final Pattern YEARS = Pattern.compile("(\\d{4}) ?(?:([–—-]) ?(\\d{4})?)?");

    private final int first;
    private final int last;

    private OmdbYear(int first, int last) {
        this.first = first;
        this.last = last;
    }

    static Optional<OmdbYear> parse(String text) {
        Matcher years = YEARS.matcher(text);
        if (!years.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(years.group(1));
        if (years.group(2) == null) {
            return Optional.of(new OmdbYear(first, first));
        }
        int last = years.group(3) == null ? OPEN : Integer.parseInt(years.group(3));
        return last < first ? Optional.empty() : Optional.of(new OmdbYear(first, last));
    }

    /**
     * The year, or the first of the range.
     *
     * @return 0 to 9999
     */
    public int first() {
        return first;
    }

    /**
     * The last year of the range; for a single year, that year.
     *
     * @return nothing if the range is open
     */
    public Optional<Integer> last() {
        return isOpen() ? Optional.empty() : Optional.of(last);
    }

    /**
     * Whether the range has no end yet.
     *
     * @return true for {@code 2008–}
     */
    public boolean isOpen() {
        return last == OPEN;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OmdbYear that && first == that.first && last == that.last;
    }

    @Override
    public int hashCode() {
        return 31 * first + last;
    }

    /** As OMDb writes it. */
    @Override
    public String toString() {
        if (isOpen()) {
            return first + "–";
        }
        return first == last ? String.valueOf(first) : first + "–" + last;
    }
}
