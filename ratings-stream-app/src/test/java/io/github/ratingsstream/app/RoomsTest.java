package io.github.ratingsstream.app;

import io.github.ratingsstream.rooms.RoomRules;
import io.github.ratingsstream.rooms.Rooms;

/** Holds the rooms of ratings-stream-app to this table. */
public class RoomsTest implements RoomRules {

    /** The top floor first, a blank line between two floors. */
    public static final Rooms ROOMS = Rooms.of("""
            app: app.options, app.demo, app.terminal, core.job, core.executor, core.parking, core.lookup,
                core.output, core.source.socket, core.source.files, core.source, core.result, core.io,
                core.notice, omdb.store, omdb.monitor

            app.options: app.terminal, core.executor, core.io, core.notice, omdb, omdb.request
            app.demo: app.terminal, omdb.simulator

            app.terminal: core.executor, core.notice, core.output
            """);

    @Override
    public Rooms rooms() {
        return ROOMS;
    }
}
