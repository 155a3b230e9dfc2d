package io.github.ratingsstream.core.lookup;

import org.apache.spark.Partition;

/**
 * A partition of a {@link LookupRdd}: the partitions its records are in, and those after them that its task may read
 * ahead.
 */
final class LookupPartition implements Partition {

    private static final long serialVersionUID = 1;

    private final int index;
    private final Partition[] own;
    private final Partition[] next;

    LookupPartition(int index, Partition[] own, Partition[] next) {
        this.index = index;
        this.own = own;
        this.next = next;
    }

    @Override
    public int index() {
        return index;
    }

    Partition[] own() {
        return own;
    }

    Partition[] next() {
        return next;
    }
}
