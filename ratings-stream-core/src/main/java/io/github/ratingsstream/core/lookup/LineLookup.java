package io.github.ratingsstream.core.lookup;

import io.github.ratingsstream.core.result.LookupResult;
import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.request.TitleRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Turns one line into its future result. Whatever goes wrong with it is in the result. */
final class LineLookup {

    /** Decoders put it where bytes were not UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private final RatingLookup lookup;
    private final int maxLineLength;

    LineLookup(RatingLookup lookup, int maxLineLength) {
        this.lookup = lookup;
        this.maxLineLength = maxLineLength;
    }

    CompletableFuture<LookupResult> start(String line) {
        if (line.length() > maxLineLength) {
            return invalid(cut(line), "longer than " + maxLineLength + " characters");
        }
        if (line.indexOf(REPLACEMENT) >= 0) {
            return invalid(line, "not UTF-8");
        }
        if (line.indexOf('\0') >= 0) {
            return invalid(line, "a NUL in it; is it UTF-16?");
        }
        Optional<TitleRequest> request = TitleRequest.parse(line);
        if (request.isEmpty()) {
            return invalid(line, "nothing to ask for");
        }
        CompletableFuture<OmdbAnswer<OmdbTitle>> answer = answer(request.get());
        CompletableFuture<LookupResult> result = answer.thenApply(found -> LookupResult.answered(line, found))
                .exceptionally(error -> failed(line, error));
        // Cancelling the result has to reach the call behind it.
        result.whenComplete((done, cancelled) -> answer.cancel(true));
        return result;
    }

    private CompletableFuture<OmdbAnswer<OmdbTitle>> answer(TitleRequest request) {
        try {
            return Objects.requireNonNull(lookup.lookUp(request), "lookUp");
        } catch (ClientNotMade e) {
            throw e;
        } catch (Exception | LinkageError e) {
            // It may be anybody's code, in a language that declares no exceptions.
            return CompletableFuture.failedFuture(e);
        }
    }

    private static LookupResult failed(String line, Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        return cause instanceof OmdbException omdb ? LookupResult.failed(line, omdb) : LookupResult.failed(line, cause);
    }

    private static CompletableFuture<LookupResult> invalid(String input, String why) {
        return CompletableFuture.completedFuture(LookupResult.invalid(input, why));
    }

    /** Never cuts through the middle of a character. */
    private String cut(String line) {
        int end = Character.isHighSurrogate(line.charAt(maxLineLength - 1)) ? maxLineLength - 1 : maxLineLength;
        return line.substring(0, end);
    }
}
