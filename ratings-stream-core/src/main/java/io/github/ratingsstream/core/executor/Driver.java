package io.github.ratingsstream.core.executor;

/** What each JVM of a job asks its driver. */
interface Driver {

    /** OMDb's key. */
    String key();

    /** The login of the store's database. */
    StoreLogin storeLogin();

    /** Whether lookups that still wait are to end. */
    boolean endsLookups();

    /** Passes on a line for people; false if that was not possible. */
    boolean say(String line);

    /** The same, but a line that the driver has passed on once is not passed on again. */
    boolean sayOnce(String line);
}
