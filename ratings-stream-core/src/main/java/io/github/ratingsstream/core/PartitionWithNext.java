package io.github.ratingsstream.core;

import org.apache.spark.Partition;

/** A partition of a {@link LookUpRdd}: that of the lines it is made of, and those that its task may read ahead. */
final class PartitionWithNext implements Partition {

    private static final long serialVersionUID = 1;

    private final Partition[] parents;

    /** Its own comes first. */
    PartitionWithNext(Partition[] parents) {
        this.parents = parents;
    }

    @Override
    public int index() {
        return parents[0].index();
    }

    /** 0 for its own. */
    Partition parent(int offset) {
        return parents[offset];
    }

    /** How many may be read ahead. */
    int next() {
        return parents.length - 1;
    }
}
