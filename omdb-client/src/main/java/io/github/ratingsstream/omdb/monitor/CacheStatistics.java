package io.github.ratingsstream.omdb.monitor;

/**
 * What a client's cache has done since the client was built.
 *
 * @param hits lookups answered from memory
 * @param misses lookups that were not: they asked OMDb or the store, or joined a lookup that did
 * @param storeHits of the misses, calls saved because the store had the answer
 * @param staleServed of the misses, calls that failed and were answered with an expired entry
 * @param size entries in memory now, expired ones included; approximate
 */
public record CacheStatistics(long hits, long misses, long storeHits, long staleServed, long size) {}
