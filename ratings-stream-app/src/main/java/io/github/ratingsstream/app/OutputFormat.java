package io.github.ratingsstream.app;

/** How rows look on stdout. */
enum OutputFormat {
    /** As PySpark prints tuples. */
    PYTHON,
    /** As JSON objects. */
    JSON
}
