package io.github.ratingsstream.app.terminal;

import io.github.ratingsstream.core.executor.DriverLink;
import io.github.ratingsstream.core.notice.Notices;

/** The job's notices on stderr: where, and how often. Constants, because receivers, tasks and checkpoints hold them. */
public enum StderrNotices implements Notices {
    /** Each time, in the JVM that has something to say. */
    HERE,

    /** Each time, on the driver: nobody reads an executor's stderr. */
    ON_DRIVER,

    /** Once, on the driver: for what would otherwise come with every batch. */
    ONCE_ON_DRIVER;

    @Override
    public void say(String line) {
        boolean passedOn =
                this == ON_DRIVER && DriverLink.say(line) || this == ONCE_ON_DRIVER && DriverLink.sayOnce(line);
        if (!passedOn) {
            Console.say(line);
        }
    }
}
