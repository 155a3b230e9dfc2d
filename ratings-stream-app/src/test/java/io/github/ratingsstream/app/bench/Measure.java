package io.github.ratingsstream.app.bench;

/** One line of the benchmarks' table: what ran, what it came to, what ran beside it, and the figure that counts. */
record Measure(String what, String measured, String beside, String figure, String mark) {}
