package io.github.ratingsstream.core.output;

import java.io.Serial;
import java.io.Serializable;

/** What an attempt at a part has written, as its task saw it. No record: Kryo 4 can't fill one. */
final class WrittenPart implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final String file;
    private final long records;
    private final long bytes;

    WrittenPart(String file, long records, long bytes) {
        this.file = file;
        this.records = records;
        this.bytes = bytes;
    }

    /** Its name in the batch's folder. */
    String file() {
        return file;
    }

    long records() {
        return records;
    }

    long bytes() {
        return bytes;
    }
}
