package io.github.ratingsstream.core;

import java.util.concurrent.CompletableFuture;

/** A record whose result is to come. */
record Looked<T>(T record, CompletableFuture<LookupResult> result) {}
