package io.github.ratingsstream.core;

import java.util.concurrent.CompletableFuture;
import scala.Tuple2;

/** A record whose result is to come. If it shares another's lookup, the other has paid. */
record StartedRecord<T>(T record, CompletableFuture<LookupResult> result, boolean shared) {

    /** The lookup has to be done. */
    Tuple2<T, LookupResult> pair() {
        LookupResult landed = result.join();
        return new Tuple2<>(record, shared ? landed.again() : landed);
    }
}
