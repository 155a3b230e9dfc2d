package io.github.ratingsstream.core.output;

import io.github.ratingsstream.core.notice.Notices;
import io.github.ratingsstream.core.notice.UserError;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where a printer's text goes, batch by batch. Used by one thread. */
sealed interface RowSink {

    /** A batch begins, with a header that may be empty. */
    void begin(String header);

    void row(String row);

    /** The batch ends, with a footer that may be empty. */
    void end(String footer);

    /** Whoever prints waits for the reader. If nobody reads any more, going on would pay for ratings nobody sees. */
    record Direct(PrintStream out) implements RowSink {
        @Override
        public void begin(String header) {
            out.print(header);
        }

        @Override
        public void row(String row) {
            out.print(row);
        }

        @Override
        public void end(String footer) {
            out.print(footer);
            // It flushes too.
            if (out.checkError()) {
                Optional<IOException> failure = out instanceof TextOutput text ? text.failure() : Optional.empty();
                throw new UserError(TextOutput.inWords(failure) + "; nothing more is looked up");
            }
        }
    }

    /** Rows are left out where the reader is too slow; a batch has its header and footer, or no row at all. */
    final class Background implements RowSink {

        private final BackgroundOutput out;
        private final Notices notices;
        private boolean begun;
        private boolean saidClosed;
        private int leftOut;

        Background(BackgroundOutput out, Notices notices) {
            this.out = out;
            this.notices = notices;
        }

        @Override
        public void begin(String header) {
            leftOut = 0;
            begun = header.isEmpty() || out.offer(bytes(header));
        }

        @Override
        public void row(String row) {
            if (!begun || !out.offer(bytes(row))) {
                leftOut++;
            }
        }

        @Override
        public void end(String footer) {
            if (begun && !footer.isEmpty()) {
                out.add(bytes(footer));
            }
            if (out.isClosed()) {
                sayOnceThatItIsClosed();
            } else if (leftOut > 0) {
                notices.say("ratings left out of what is printed, as it is not read: " + leftOut);
            }
        }

        private void sayOnceThatItIsClosed() {
            if (!saidClosed) {
                saidClosed = true;
                notices.say(TextOutput.inWords(out.failure()) + "; nothing more is printed there");
            }
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
