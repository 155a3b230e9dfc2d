package io.github.ratingsstream.core;

import java.util.concurrent.CompletableFuture;

/** A line whose lookup is under way or done. */
record Started(String line, CompletableFuture<LookupResult> result) {}
