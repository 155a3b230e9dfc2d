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

    /** The titles that wait are those of the store. */
    synchronized void say(Optional<Long> waiting) {
        String titles = all.lines() == 0 ? "no title came in" : "in all, " + all.inWords(waiting.isPresent());
        Console.say(
                titles + waiting.map(those -> "; waiting in the store " + those).orElse(""));
    }
}
