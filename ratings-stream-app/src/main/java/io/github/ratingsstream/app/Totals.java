package io.github.ratingsstream.app;

import io.github.ratingsstream.app.terminal.Console;
import io.github.ratingsstream.core.output.Tally;
import io.github.ratingsstream.core.result.Outcome;
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
            Console.say("in all, titles " + all.lines() + ": rated " + all.count(Outcome.RATED) + ", unrated "
                    + all.count(Outcome.UNRATED) + ", not found " + all.count(Outcome.NOT_FOUND) + ", invalid "
                    + all.count(Outcome.INVALID)
                    + waiting.map(titles -> ", parked " + all.count(Outcome.PARKED))
                            .orElse("") + ", failed "
                    + all.count(Outcome.FAILED) + "; calls " + all.calls()
                    + waiting.map(titles -> "; waiting in the store " + titles).orElse(""));
        }
    }
}
