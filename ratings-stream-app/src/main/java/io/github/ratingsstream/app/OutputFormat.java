package io.github.ratingsstream.app;

/** How rows look on stdout. */
enum OutputFormat {
    PYTHON,
    JSON
}
