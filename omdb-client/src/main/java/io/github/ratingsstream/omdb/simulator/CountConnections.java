package io.github.ratingsstream.omdb.simulator;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.reactor.IOSessionListener;

/** Counts the connections a server takes. */
record CountConnections(AtomicInteger count) implements IOSessionListener {

    @Override
    public void connected(IOSession session) {
        count.incrementAndGet();
    }

    @Override
    public void startTls(IOSession session) {
        // Counted already.
    }

    @Override
    public void inputReady(IOSession session) {
        // Not a new connection.
    }

    @Override
    public void outputReady(IOSession session) {
        // Not a new connection.
    }

    @Override
    public void timeout(IOSession session) {
        // Not a new connection.
    }

    @Override
    public void exception(IOSession session, Exception cause) {
        // Not a new connection.
    }

    @Override
    public void disconnected(IOSession session) {
        // It was counted when it was opened.
    }
}
