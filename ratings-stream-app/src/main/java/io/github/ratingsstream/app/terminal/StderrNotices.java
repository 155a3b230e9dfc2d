package io.github.ratingsstream.app.terminal;

import io.github.ratingsstream.core.executor.DriverLink;
import io.github.ratingsstream.core.notice.Notices;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The job's notices on stderr: where, and how often. Constants, because receivers, tasks and checkpoints hold them. */
public enum StderrNotices implements Notices {
    /** Each time, in the JVM that has something to say. */
    HERE,

    /** Once in each JVM: for what would otherwise come with every batch. */
    ONCE,

    /** Once, on the driver: nobody reads an executor's stderr. */
    ON_DRIVER;

    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    @Override
    public void say(String line) {
        if (this == HERE) {
            Console.say(line);
        } else if (this == ON_DRIVER && DriverLink.say(line)) {
            return;
        } else if (SAID.add(line)) {
            Console.say(line);
        }
    }
}
