package io.github.ratingsstream.core;

import io.github.ratingsstream.rooms.RoomRules;
import io.github.ratingsstream.rooms.Rooms;

/** Holds the rooms of ratings-stream-core to this table. */
public class RoomsTest implements RoomRules {

    /** The top floor first, a blank line between two floors. */
    public static final Rooms ROOMS = Rooms.of("""
            core:

            core.job: core.parking, core.lookup, core.output, core.source, core.result, core.io, core.notice

            core.parking: core.lookup, core.result, omdb.answer, omdb.store
            core.executor: core.lookup, core.notice, omdb, omdb.store, omdb.store.jdbc

            core.lookup: core.result, omdb, omdb.request, omdb.answer, omdb.monitor
            core.output: core.result, core.io, core.notice, omdb.answer

            core.source.socket: core.source, core.io, core.notice
            core.source.files: core.source, core.io, core.notice

            core.source:
            core.result: omdb.answer

            core.io:
            core.notice:
            """);

    @Override
    public Rooms rooms() {
        return ROOMS;
    }
}
