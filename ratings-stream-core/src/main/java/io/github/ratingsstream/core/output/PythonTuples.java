package io.github.ratingsstream.core.output;

import io.github.ratingsstream.core.result.LookupResult;

/** A pair as Python writes it: {@code ('Inception', '8.8')}. */
final class PythonTuples implements RatingFormat {

    @Override
    public String line(LookupResult result, long batchMillis) {
        String title = PythonText.repr(result.title().orElse(""));
        return "(" + title + ", " + PythonText.repr(result.ratingText().orElse("")) + ")";
    }

    @Override
    public boolean hasHeaders() {
        return true;
    }
}
