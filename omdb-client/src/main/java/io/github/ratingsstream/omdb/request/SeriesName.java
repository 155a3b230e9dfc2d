package io.github.ratingsstream.omdb.request;

import io.github.ratingsstream.omdb.internal.text.ImdbId;
import io.github.ratingsstream.omdb.internal.text.TitleText;

/** Which series is meant: by name, or by IMDb id. */
record SeriesName(String parameter, String value) {

    static SeriesName byTitle(String series) {
        return new SeriesName("t", TitleText.asked("series", series));
    }

    static SeriesName byId(String seriesId) {
        return new SeriesName("i", ImdbId.checked("seriesId", seriesId));
    }
}
