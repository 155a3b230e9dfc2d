package io.github.ratingsstream.core.executor;

import io.github.ratingsstream.core.notice.Notices;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The answers, in the driver's own JVM. Thread-safe. */
final class DriverSide implements Driver {

    private final String key;
    private final Set<String> said = ConcurrentHashMap.newKeySet();
    private volatile Notices notices;
    private volatile @Nullable StoreLogin storeLogin;
    private volatile boolean endsLookups;

    DriverSide(String key, Notices notices) {
        this.key = key;
        this.notices = notices;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public StoreLogin storeLogin() {
        StoreLogin login = storeLogin;
        if (login == null) {
            throw new IllegalStateException("the store has no login");
        }
        return login;
    }

    void setStoreLogin(StoreLogin login) {
        storeLogin = login;
    }

    @Override
    public boolean endsLookups() {
        return endsLookups;
    }

    void endLookups() {
        endsLookups = true;
    }

    @Override
    public boolean say(String line) {
        notices.say(line);
        return true;
    }

    @Override
    public boolean sayOnce(String line) {
        return !said.add(line) || say(line);
    }

    void setNotices(Notices wanted) {
        notices = wanted;
    }
}
