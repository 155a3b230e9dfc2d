package io.github.ratingsstream.core.result;

import java.io.Serial;
import org.apache.spark.api.java.function.Function;

/** Keeps the results of titles that OMDb has, rated or not. */
public final class Found implements Function<LookupResult, Boolean> {

    @Serial
    private static final long serialVersionUID = 1;

    /** The filter has no state. */
    public Found() {
        // For callers in other packages.
    }

    @Override
    public Boolean call(LookupResult result) {
        return result.isFound();
    }
}
