package io.github.ratingsstream.core;

import java.util.concurrent.CompletableFuture;

/** A line, the how-manieth of its partition, whose lookup is under way or done. */
record StartedLine(int index, String line, CompletableFuture<LookupResult> result) {}
