package io.github.ratingsstream.omdb.title;

import io.github.ratingsstream.omdb.answer.OmdbYear;
import io.github.ratingsstream.omdb.request.TitleRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One of the titles a line gives, and its year if it gives one. */
record AskedTitle(String title, @Nullable Integer year) {

    TitleRequest request() {
        return year == null ? TitleRequest.byTitle(title) : TitleRequest.byTitle(title, year);
    }

    TitleMatch match(String found, Optional<OmdbYear> foundYear) {
        int off = yearsOff(foundYear);
        if (off > 1) {
            return TitleMatch.DIFFERENT;
        }
        if (SameTitle.isSame(title, found)) {
            return off == 0 ? TitleMatch.EXACT : TitleMatch.CLOSE;
        }
        return SameTitle.isOneSide(title, found) ? TitleMatch.CLOSE : TitleMatch.DIFFERENT;
    }

    private int yearsOff(Optional<OmdbYear> foundYear) {
        return year == null
                ? 0
                : foundYear.map(found -> Math.abs(found.first() - year)).orElse(Integer.MAX_VALUE);
    }
}
