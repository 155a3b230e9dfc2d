package io.github.ratingsstream.app.options;

/** How rows look on stdout. */
public enum OutputFormat {
    /** As PySpark prints tuples. */
    PYTHON,
    /** As JSON objects. */
    JSON
}
