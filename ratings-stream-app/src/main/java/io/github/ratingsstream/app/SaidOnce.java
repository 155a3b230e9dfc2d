package io.github.ratingsstream.app;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Lines on stderr that would otherwise come with each batch or partition. */
final class SaidOnce {

    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    private SaidOnce() {}

    /** Says it, unless this process has. */
    static void say(String line) {
        if (SAID.add(line)) {
            Console.say(line);
        }
    }
}
