package io.github.ratingsstream.omdb.internal.judge;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbAnswer.Source;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.internal.http.RawAnswer;
import io.github.ratingsstream.omdb.internal.settings.ApiKey;
import io.github.ratingsstream.omdb.internal.text.OneLine;
import io.github.ratingsstream.omdb.request.OmdbRequest;
import java.time.Instant;
import java.util.Optional;

/**
 * Judges an answer by its body, and by the status only if the body says nothing: OMDb sends errors with status 200 too.
 */
public final class AnswerJudge {

    private final ApiKey key;

    public AnswerJudge(ApiKey key) {
        this.key = key;
    }

    public <T> OmdbAnswer<T> judge(OmdbRequest<T> request, RawAnswer raw) {
        Optional<JsonRecord> json = RecordParser.parse(raw.body());
        if (json.isEmpty()) {
            throw byStatus(raw);
        }
        String error = json.get().fields().get("Error");
        if (error != null) {
            return byError(error, raw);
        }
        try {
            return OmdbAnswer.found(AnswerValues.of(json.get(), request.answers()));
        } catch (OmdbException unreadable) {
            throw raw.status() >= 400 ? byStatus(raw) : unreadable;
        }
    }

    /** The miss whose text was kept. */
    public static <T> OmdbAnswer<T> rereadMiss(String text, Instant receivedAt) {
        return OmdbAnswer.<T>missed(text).received("", receivedAt).from(Source.CACHE);
    }

    /** The answer to a body that was kept. Nothing if there is no value in it. */
    public <T> Optional<OmdbAnswer<T>> reread(OmdbRequest<T> request, String body, Instant receivedAt) {
        try {
            return Optional.of(judge(request, new RawAnswer(200, body))
                            .received(body, receivedAt)
                            .from(Source.CACHE))
                    .filter(answer -> answer.value().isPresent());
        } catch (OmdbException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Whether something on the way may have answered in OMDb's place, or refused the request: a page, a redirect, or a
     * status without OMDb's text. Broken JSON is none, as OMDb sends that for some titles.
     */
    public static boolean isPage(RawAnswer raw) {
        int status = raw.status();
        boolean outage = status >= 500 || status == 429;
        return !outage
                && (status >= 300 || isMarkup(raw.body()))
                && RecordParser.parse(raw.body()).isEmpty();
    }

    private static boolean isMarkup(String body) {
        return body.stripLeading().startsWith("<");
    }

    private <T> OmdbAnswer<T> byError(String error, RawAnswer raw) {
        String text = OneLine.of(key.redact(error));
        return switch (ErrorKind.of(error, raw.status())) {
            case MISS -> OmdbAnswer.missed(text);
            case DAILY_LIMIT ->
                throw new OmdbException(Reason.DAILY_LIMIT, true, "the day's calls to OMDb are used up (" + text + ")");
            case REFUSED_KEY ->
                throw new OmdbException(
                        Reason.REFUSED_KEY, false, "OMDb refuses the API key (" + text + "); check it is activated");
            case BAD_REQUEST ->
                throw new OmdbException(Reason.BAD_REQUEST, false, "OMDb can't use the request (" + text + ")");
            case OUTAGE -> throw unavailable("OMDb answers " + raw.status() + " (" + text + ")", raw);
            case UNKNOWN -> throw new OmdbException(Reason.UNKNOWN, false, "OMDb says: " + text);
        };
    }

    private static OmdbException byStatus(RawAnswer raw) {
        int status = raw.status();
        if (status >= 500 || status == 429) {
            return unavailable("OMDb answers " + status + " without data", raw);
        }
        if (status == 401) {
            return new OmdbException(
                    Reason.UNKNOWN,
                    false,
                    "status 401 without OMDb's error text; a proxy may have answered instead of OMDb");
        }
        if (status >= 400) {
            return new OmdbException(Reason.BAD_REQUEST, false, "the request was blocked with status " + status);
        }
        if (status >= 300) {
            return new OmdbException(Reason.UNKNOWN, false, "a redirect (" + status + ") instead of OMDb's answer");
        }
        String what = raw.body().isBlank() ? "an empty answer" : "an answer that is not OMDb's JSON";
        return new OmdbException(Reason.MALFORMED, false, what);
    }

    private static OmdbException unavailable(String message, RawAnswer raw) {
        OmdbException failure = new OmdbException(Reason.UNAVAILABLE, true, message);
        return raw.retryAfter() == null ? failure : failure.withRetryAfter(raw.retryAfter());
    }
}
