package io.github.ratingsstream.core.lookup;

import java.util.stream.IntStream;
import org.apache.spark.NarrowDependency;
import org.apache.spark.rdd.RDD;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/** A partition depends on some adjacent ones. Spark runs its task where one of them is. */
final class Neighbours<T> extends NarrowDependency<T> {

    private static final long serialVersionUID = 1;

    private final int groupSize;
    private final int parents;

    Neighbours(RDD<T> rdd, int groupSize) {
        super(rdd);
        this.groupSize = groupSize;
        this.parents = rdd.getNumPartitions();
    }

    int groups() {
        return (parents + groupSize - 1) / groupSize;
    }

    /** The first parent of a group; for the group after the last, the number of parents. */
    int first(int group) {
        return Math.min(group * groupSize, parents);
    }

    @Override
    public Seq<Object> getParents(int group) {
        return JavaConverters.asScalaBuffer(IntStream.range(first(group), first(group + 1))
                .<Object>mapToObj(parent -> parent)
                .toList());
    }
}
