package io.github.ratingsstream.core.lookup;

import io.github.ratingsstream.core.result.LookupResult;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.apache.spark.Dependency;
import org.apache.spark.Partition;
import org.apache.spark.TaskContext;
import org.apache.spark.rdd.RDD;
import scala.Tuple2;
import scala.collection.JavaConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * The records of a batch with their results, in the order of the records.
 *
 * <p>At the end of a small partition, slots for calls stay idle. In local mode, where one JVM runs all tasks, tasks
 * read ahead. On a cluster the next partition may be another JVM's, and a title started ahead would be paid for twice:
 * there, some adjacent partitions become one.
 */
final class LookupRdd<T> extends RDD<Tuple2<T, LookupResult>> {

    private static final long serialVersionUID = 1;

    /**
     * How many partitions a task reads ahead, or takes together. It limits what a task holds, and a partition's size.
     */
    private static final int MOST_NEIGHBOURS = 16;

    private final int mostAhead;
    private final LookUpTitles step;
    private final TitleOf<T> titleOf;
    private final String batch = UUID.randomUUID().toString();

    static <T> LookupRdd<T> of(RDD<T> records, LookUpTitles step, TitleOf<T> titleOf) {
        if (records.sparkContext().isLocal()) {
            return new LookupRdd<>(new Neighbours<>(records, 1), MOST_NEIGHBOURS, step, titleOf);
        }
        int share =
                records.getNumPartitions() / Math.max(1, records.sparkContext().defaultParallelism());
        int groupSize = Math.max(1, Math.min(share, MOST_NEIGHBOURS));
        return new LookupRdd<>(new Neighbours<>(records, groupSize), 0, step, titleOf);
    }

    /** Tasks may read ahead only if each partition stays on its own. */
    LookupRdd(Neighbours<T> neighbours, int mostAhead, LookUpTitles step, TitleOf<T> titleOf) {
        super(
                neighbours.rdd().sparkContext(),
                JavaConverters.<Dependency<?>>asScalaBuffer(List.of(neighbours)),
                tag(Tuple2.class));
        this.mostAhead = mostAhead;
        this.step = step;
        this.titleOf = titleOf;
    }

    @Override
    public Partition[] getPartitions() {
        Neighbours<?> neighbours = (Neighbours<?>) dependencies().head();
        Partition[] parents = parent().partitions();
        Partition[] partitions = new Partition[neighbours.groups()];
        for (int i = 0; i < partitions.length; i++) {
            int end = neighbours.first(i + 1);
            partitions[i] = new LookupPartition(
                    i,
                    Arrays.copyOfRange(parents, neighbours.first(i), end),
                    Arrays.copyOfRange(parents, end, Math.min(parents.length, end + mostAhead)));
        }
        return partitions;
    }

    @Override
    public scala.collection.Iterator<Tuple2<T, LookupResult>> compute(Partition split, TaskContext task) {
        LookupPartition partition = (LookupPartition) split;
        int index = partition.index();
        ReadAhead batchAhead = ReadAhead.of(batch);
        LinesAhead ahead = new LinesAhead(
                batchAhead,
                index + 1,
                index + partition.next().length,
                i -> titles(partition.next()[i - index - 1], task));
        OwnRecords<T> own = new OwnRecords<>(records(partition, task), titleOf, batchAhead.begin(index));
        return JavaConverters.asScalaIterator(step.lookUp(own, ahead));
    }

    private Iterator<T> records(LookupPartition partition, TaskContext task) {
        return JavaConverters.asJavaIterator(
                JavaConverters.asScalaIterator(Arrays.asList(partition.own()).iterator())
                        .flatMap(parent -> records(parent, task)));
    }

    private Iterator<String> titles(Partition parent, TaskContext task) {
        return JavaConverters.asJavaIterator(records(parent, task).map(record -> OwnRecords.title(titleOf, record)));
    }

    private scala.collection.Iterator<T> records(Partition parent, TaskContext task) {
        return parent().iterator(parent, task);
    }

    private RDD<T> parent() {
        return firstParent(LookupRdd.<T>tag(Object.class));
    }

    @SuppressWarnings("unchecked") // Class tags don't know type parameters; this RDD reads and makes no arrays.
    private static <E> ClassTag<E> tag(Class<?> erased) {
        return (ClassTag<E>) ClassTag$.MODULE$.apply(erased);
    }
}
