package io.github.ratingsstream.core.output;

import io.github.ratingsstream.core.result.LookupResult;

/** How a result is written on a line. */
public interface RatingFormat {

    /**
     * The tuples that PySpark's pprint writes, such as {@code ('Inception', '8.8')}, with its header for each batch.
     */
    RatingFormat PYTHON = new PythonTuples();

    /**
     * The line for one result.
     *
     * @param result a found title
     * @param batchMillis the batch's time, in milliseconds since 1970
     * @return one line, without its line end
     */
    String line(LookupResult result, long batchMillis);

    /**
     * Whether a batch has a header, {@code ...} if rows are left out, and an empty line after it.
     *
     * @return true for people, false for programs
     */
    boolean hasHeaders();
}
