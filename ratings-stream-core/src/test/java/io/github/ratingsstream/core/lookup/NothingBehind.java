package io.github.ratingsstream.core.lookup;

/** The last partition of all: a task that asks for more than its own lines finds none. */
final class NothingBehind {

    private NothingBehind() {}

    static LinesAhead lines() {
        return new LinesAhead(new ReadAhead(), 0, -1, partition -> {
            throw new AssertionError("there is nothing behind");
        });
    }
}
