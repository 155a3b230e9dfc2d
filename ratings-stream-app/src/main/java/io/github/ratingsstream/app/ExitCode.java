package io.github.ratingsstream.app;

/** What the process reports when it ends. Scripts rely on these numbers. */
enum ExitCode {
    STOPPED(0),
    STREAM_FAILED(1),
    USER_ERROR(2),
    KEY_REFUSED(3);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
