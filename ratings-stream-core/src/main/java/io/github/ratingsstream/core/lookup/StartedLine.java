package io.github.ratingsstream.core.lookup;

import io.github.ratingsstream.core.result.LookupResult;
import java.util.concurrent.CompletableFuture;

/** A line whose lookup has started, and its index in the partition. */
record StartedLine(int index, String line, CompletableFuture<LookupResult> result) {}
