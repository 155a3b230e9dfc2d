package io.github.ratingsstream.app;

import io.github.ratingsstream.app.options.PostgresLogin;
import io.github.ratingsstream.app.options.StoreAddress;
import io.github.ratingsstream.core.executor.OmdbOnExecutors;
import io.github.ratingsstream.core.executor.StoreLogin;
import io.github.ratingsstream.core.notice.UserError;
import io.github.ratingsstream.omdb.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/** Opens the store of the options before the job starts. If it can't be used, that is a user error. */
final class StoreOnDriver {

    private StoreOnDriver() {}

    /** Throws a {@link UserError} if the store can't be used. */
    static void open(StoreAddress address, boolean localMaster, OmdbOnExecutors executors) {
        if (address.isDirectory()) {
            checkDirectory(address, localMaster);
        }
        try {
            executors.openStore(address, login(address));
        } catch (StoreException e) {
            String what = e.getMessage().replaceFirst("^the store failed: ", "");
            String login = what.contains("SQLState 28") ? "; they come from PGUSER and PGPASSWORD, or .pgpass" : "";
            throw new UserError("--store can't be used: " + what + login);
        }
    }

    private static @Nullable StoreLogin login(StoreAddress address) {
        return address.isDirectory() ? null : PostgresLogin.find(address, System.getenv());
    }

    private static void checkDirectory(StoreAddress address, boolean localMaster) {
        if (!localMaster) {
            throw new UserError("a directory as --store is for local masters, where one process has it all:"
                    + " give a database that executors share, --store jdbc:postgresql://host/database");
        }
        try {
            Files.createDirectories(address.directory());
            Files.delete(Files.createTempFile(address.directory(), "probe", null));
        } catch (IOException e) {
            throw new UserError("--store can't be written to: " + address.directory());
        }
    }
}
