package io.github.ratingsstream.app;

import io.github.ratingsstream.app.terminal.Console;
import io.github.ratingsstream.core.output.Tally;
import java.util.Optional;

/** What came of all batches, said when the job ends. */
final class Totals {

    private Tally all = new Tally();

    synchronized void add(Tally batch) {
        all = all.plus(batch);
    }

    /** Says nothing if there was no title. The titles that wait are those of the store. */
    synchronized void say(Optional<Long> waiting) {
        if (all.lines() > 0) {
            Console.say("in all, " + all.inWords(waiting.isPresent())
                    + waiting.map(titles -> "; waiting in the store " + titles).orElse(""));
        }
    }
}
