package io.github.ratingsstream.omdb;

import io.github.ratingsstream.rooms.RoomRules;
import io.github.ratingsstream.rooms.Rooms;

/** Holds the rooms of omdb-client to this table. */
public class RoomsTest implements RoomRules {

    /** The top floor first, a blank line between two floors. */
    public static final Rooms ROOMS = Rooms.of("""
            omdb: omdb.internal.lookup, omdb.internal.http, omdb.internal.settings,
                omdb.request, omdb.store, omdb.monitor, omdb.answer

            omdb.internal.lookup: omdb.internal.cache, omdb.internal.judge, omdb.internal.http,
                omdb.internal.storage, omdb.internal.settings, omdb.internal.async, omdb.request, omdb.store,
                omdb.monitor, omdb.answer

            omdb.internal.cache: omdb.internal.judge, omdb.internal.settings, omdb.request, omdb.monitor, omdb.answer

            omdb.internal.judge: omdb.internal.http, omdb.internal.settings, omdb.internal.text, omdb.request,
                omdb.answer

            omdb.internal.http: omdb.internal.settings, omdb.internal.async, omdb.internal.text, omdb.request,
                omdb.answer

            omdb.internal.settings: omdb.store, omdb.monitor, omdb.answer
            omdb.internal.storage: omdb.internal.async, omdb.internal.text, omdb.store
            omdb.store.jdbc: omdb.store, omdb.internal.text
            omdb.simulator: omdb.internal.async, omdb.internal.text, omdb.answer
            omdb.title: omdb.request, omdb.internal.text, omdb.answer

            omdb.request: omdb.answer, omdb.internal.text
            omdb.store: omdb.internal.text
            omdb.monitor: omdb.answer

            omdb.answer:
            omdb.internal.async:
            omdb.internal.text:
            """);

    @Override
    public Rooms rooms() {
        return ROOMS;
    }
}
