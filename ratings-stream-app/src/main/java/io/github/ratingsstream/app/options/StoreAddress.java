package io.github.ratingsstream.app.options;

import io.github.ratingsstream.core.executor.StoreLocation;
import io.github.ratingsstream.core.executor.StoreLogin;
import java.io.Serial;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.Driver;
import picocli.CommandLine.TypeConversionException;

/** A store as --store names it: a directory, or a PostgreSQL. It holds no password, so it may be serialised. */
public final class StoreAddress implements StoreLocation {

    @Serial
    private static final long serialVersionUID = 1;

    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*", Pattern.DOTALL);
    private static final Pattern USER_BEFORE_HOST = Pattern.compile("jdbc:postgresql://[^/?]*@.*");
    private static final String LOGIN =
            "user and password come from PGUSER and PGPASSWORD, or the password from .pgpass";

    /** The directory's absolute path, or the URL. */
    private final String place;

    private StoreAddress(String place) {
        this.place = place;
    }

    /** Reads an option's value. A refused value is not repeated, as it may hold a password. */
    public static StoreAddress parse(String text) {
        if (text.startsWith(POSTGRESQL)) {
            return new StoreAddress(checkedUrl(text));
        }
        // H2 takes what follows a semicolon for settings.
        if (text.isBlank() || SCHEME.matcher(text).matches() || text.contains(";")) {
            throw new TypeConversionException("it takes a directory (without a semicolon) or jdbc:postgresql:…");
        }
        try {
            return new StoreAddress(Path.of(text).toAbsolutePath().normalize().toString());
        } catch (InvalidPathException e) {
            throw new TypeConversionException("it takes a directory or jdbc:postgresql:…");
        }
    }

    private static String checkedUrl(String url) {
        if (holdsPassword(url) || USER_BEFORE_HOST.matcher(url).matches()) {
            throw new TypeConversionException("a URL with a login in it is refused; " + LOGIN);
        }
        if (Driver.parseURL(url, null) == null) {
            throw new TypeConversionException(
                    "PostgreSQL's driver can't read that URL; one is jdbc:postgresql://host:5432/database");
        }
        return url;
    }

    static boolean holdsPassword(String text) {
        return text.toLowerCase(Locale.ROOT).contains("password=");
    }

    /** {@return whether it is a directory, which one process can use at a time} */
    public boolean isDirectory() {
        return !place.startsWith(POSTGRESQL);
    }

    /** The directory's path. */
    public Path directory() {
        return Path.of(place);
    }

    @Override
    public DataSource dataSource(Supplier<StoreLogin> login) {
        return isDirectory() ? StoreDrivers.h2(url()) : StoreDrivers.postgres(url(), login.get());
    }

    /** A pool's connection would keep H2 from packing its file on close. */
    @Override
    public boolean isPooled() {
        return !isDirectory();
    }

    String url() {
        // With H2's usual files, an interrupted thread would close the database for all others. Without the setting
        // H2 keeps a log of errors, and complains on stderr where it can't.
        return isDirectory() ? "jdbc:h2:async:" + directory().resolve("ratings") + ";TRACE_LEVEL_FILE=0" : place;
    }

    /** What the URL says, and the driver's defaults. */
    Properties properties() {
        return Driver.parseURL(place, null);
    }

    @Override
    public String toString() {
        return isDirectory() ? place : POSTGRESQL + "…";
    }
}
