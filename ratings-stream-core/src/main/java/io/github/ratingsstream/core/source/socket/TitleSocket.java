package io.github.ratingsstream.core.source.socket;

import io.github.ratingsstream.core.notice.Notices;
import java.io.Serial;
import java.io.Serializable;

/**
 * A socket that titles come from, one a line, and the notices about its state. Immutable; a class, because Kryo 4 can't
 * serialise a record.
 */
public final class TitleSocket implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final String host;
    private final int port;
    private final int maxLineLength;
    private final Notices notices;

    /**
     * A socket that a receiver connects to.
     *
     * @param host its host, as the receiver's machine knows it
     * @param port its port
     * @param maxLineLength the longest line, in UTF-16 units; a longer one is cut, but to more than this length, so
     *     that it can still be told to be too long
     * @param notices are told when the socket is being read, and when it is waited for; they travel with the receiver
     */
    public TitleSocket(String host, int port, int maxLineLength, Notices notices) {
        this.host = host;
        this.port = port;
        this.maxLineLength = maxLineLength;
        this.notices = notices;
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    int maxLineLength() {
        return maxLineLength;
    }

    Notices notices() {
        return notices;
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
