package io.github.ratingsstream.core.lookup;

import io.github.ratingsstream.core.result.LookupResult;
import java.util.concurrent.CompletableFuture;
import scala.Tuple2;

/** A record whose lookup has started. If it shares another record's lookup, that one has paid for the call. */
record StartedRecord<T>(T record, CompletableFuture<LookupResult> result, boolean shared) {

    /** The record with its result. The lookup must be done. */
    Tuple2<T, LookupResult> pair() {
        LookupResult landed = result.join();
        return new Tuple2<>(record, shared ? landed.again() : landed);
    }
}
