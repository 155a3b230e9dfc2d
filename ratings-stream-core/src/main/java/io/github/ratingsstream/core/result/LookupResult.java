package io.github.ratingsstream.core.result;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbAnswer.Source;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one line: its {@link Outcome}, and what OMDb said.
 *
 * <p>Immutable and thread-safe. Survives Java and Kryo serialisation; it is a class because Kryo 4, which Spark 3.5
 * ships, can't serialise a record.
 */
public final class LookupResult implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final String NOT_AVAILABLE = "N/A";

    private final String input;
    private final Outcome outcome;
    private final @Nullable OmdbTitle title;
    private final OmdbException.@Nullable Reason reason;
    private final String note;
    private final @Nullable Source source;
    private final int calls;
    private final @Nullable Instant arrivedTime;

    private LookupResult(
            String input,
            Outcome outcome,
            @Nullable OmdbTitle title,
            OmdbException.@Nullable Reason reason,
            String note,
            @Nullable Source source,
            int calls,
            @Nullable Instant arrivedTime) {
        this.input = Objects.requireNonNull(input, "input");
        this.outcome = outcome;
        this.title = title;
        this.reason = reason;
        this.note = note;
        this.source = source;
        this.calls = calls;
        this.arrivedTime = arrivedTime;
    }

    /**
     * The result of a line that was answered.
     *
     * @param input the line
     * @param answer a title or a miss
     * @return rated, unrated, or not found
     */
    public static LookupResult answered(String input, OmdbAnswer<OmdbTitle> answer) {
        OmdbTitle title = answer.value().map(RatingFields::of).orElse(null);
        Outcome outcome = title == null ? Outcome.NOT_FOUND : ratedOrNot(title);
        String note = answer.miss().orElse("");
        return new LookupResult(input, outcome, title, null, note, answer.source(), answer.calls(), null);
    }

    private static Outcome ratedOrNot(OmdbTitle title) {
        return title.imdbRating().isPresent() ? Outcome.RATED : Outcome.UNRATED;
    }

    /**
     * The result of a line that can't be asked for.
     *
     * @param input the line
     * @param why the reason, in a few words
     * @return invalid
     */
    public static LookupResult invalid(String input, String why) {
        return new LookupResult(input, Outcome.INVALID, null, null, why, null, 0, null);
    }

    /**
     * The result of a line without an answer.
     *
     * @param input the line
     * @param error why
     * @return failed
     */
    public static LookupResult failed(String input, OmdbException error) {
        return new LookupResult(
                input, Outcome.FAILED, null, error.reason(), error.getMessage(), null, error.calls(), null);
    }

    /**
     * The result of a line whose lookup failed with something other than an {@link OmdbException}.
     *
     * @param input the line
     * @param bug what was thrown; only its class is kept
     * @return failed, for an unknown reason
     */
    public static LookupResult failed(String input, Throwable bug) {
        String note = "the lookup threw " + bug.getClass().getName();
        return new LookupResult(input, Outcome.FAILED, null, OmdbException.Reason.UNKNOWN, note, null, 0, null);
    }

    /**
     * The same line, kept to be asked for later.
     *
     * @return parked, with the reason why it has no answer yet
     */
    public LookupResult parked() {
        return new LookupResult(input, Outcome.PARKED, title, reason, note, source, calls, arrivedTime);
    }

    /**
     * The same result, of a line that was parked before.
     *
     * @param batchTime the time of the batch it was parked in
     * @return the result with that time
     */
    public LookupResult arrivedAt(Instant batchTime) {
        return new LookupResult(
                input, outcome, title, reason, note, source, calls, Objects.requireNonNull(batchTime, "batchTime"));
    }

    /** {@return the same result for a repeated line: it costs no call, as the first one has paid} */
    public LookupResult again() {
        Source from = source == Source.API ? Source.CACHE : source;
        return calls == 0 && from == source
                ? this
                : new LookupResult(input, outcome, title, reason, note, from, 0, arrivedTime);
    }

    /** {@return the line, untrimmed, cut to the longest length allowed; may be empty} */
    public String input() {
        return input;
    }

    /** {@return what became of it} */
    public Outcome outcome() {
        return outcome;
    }

    /** {@return whether OMDb has the title, rated or not} */
    public boolean isFound() {
        return title != null;
    }

    /** {@return whether it is a line parked in an earlier batch that still waits; it has no record yet} */
    public boolean isWaiting() {
        return outcome == Outcome.PARKED && arrivedTime != null;
    }

    /** {@return OMDb's name for the title, if found} */
    public Optional<String> title() {
        return Optional.ofNullable(title).map(OmdbTitle::title);
    }

    /** {@return the rating as OMDb writes it, such as {@code 8.8} or {@code N/A}; present if found} */
    public Optional<String> ratingText() {
        return Optional.ofNullable(title).map(found -> found.text("imdbRating").orElse(NOT_AVAILABLE));
    }

    /** {@return the rating as a number, 0 to 10; present if rated} */
    public Optional<Double> rating() {
        return Optional.ofNullable(title).flatMap(OmdbTitle::imdbRating);
    }

    /** {@return how many people rated the title, where OMDb has a count} */
    public Optional<Long> votes() {
        return Optional.ofNullable(title).flatMap(OmdbTitle::imdbVotes);
    }

    /** {@return the year or range of years as OMDb writes it, such as {@code 2008} or {@code 2008–2013}} */
    public Optional<String> year() {
        return Optional.ofNullable(title).flatMap(found -> found.text("Year"));
    }

    /** {@return the kind of title, as OMDb writes it, such as {@code movie}} */
    public Optional<String> type() {
        return Optional.ofNullable(title).flatMap(OmdbTitle::type);
    }

    /** {@return the IMDb id, such as {@code tt1375666}} */
    public Optional<String> imdbId() {
        return Optional.ofNullable(title).flatMap(OmdbTitle::imdbId);
    }

    /** {@return why a failed or parked line has no answer; present if failed or parked} */
    public Optional<OmdbException.Reason> reason() {
        return Optional.ofNullable(reason);
    }

    /** {@return a few words about a line that was not found, failed, parked or invalid; empty if found} */
    public String note() {
        return note;
    }

    /** {@return where the answer came from, OMDb just now or the cache; present if found or not found} */
    public Optional<Source> source() {
        return Optional.ofNullable(source);
    }

    /** {@return the calls to OMDb this line cost, 0 or more} */
    public int calls() {
        return calls;
    }

    /**
     * When a parked line arrived.
     *
     * @return the time of the batch that parked it; present on results of later batches
     */
    public Optional<Instant> arrivedTime() {
        return Optional.ofNullable(arrivedTime);
    }

    @Override
    public String toString() {
        return outcome + " " + input + (title == null ? "" : " -> " + title) + (note.isEmpty() ? "" : ": " + note);
    }
}
