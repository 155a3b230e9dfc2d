package io.github.ratingsstream.core.notice;

import java.io.Serializable;

/**
 * Where a job's lines for people go: to standard error, to a log, into a test's list.
 *
 * <p>Receivers and tasks carry one, and a checkpoint may hold one. So it must survive Java and Kryo serialisation, and
 * its class must keep its name in the next build: an enum constant or a named class does, a lambda does not.
 */
@FunctionalInterface
public interface Notices extends Serializable {

    /**
     * Passes a line on.
     *
     * @param line without its line end; it may hold other people's text, control characters included
     */
    void say(String line);
}
