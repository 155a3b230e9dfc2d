package io.github.ratingsstream.core;

import java.util.Arrays;
import java.util.Iterator;
import java.util.UUID;
import java.util.function.IntFunction;
import org.apache.spark.Partition;
import org.apache.spark.TaskContext;
import org.apache.spark.rdd.RDD;
import scala.collection.JavaConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/** The results of a batch, partition by partition those of its lines. In local mode tasks read ahead. */
final class LookUpRdd extends RDD<LookupResult> {

    private static final long serialVersionUID = 1;

    /** Partitions a task may read ahead. Each task carries their descriptions. */
    private static final int MOST_AHEAD = 16;

    private static final ClassTag<String> LINES = ClassTag$.MODULE$.apply(String.class);
    private static final ClassTag<LookupResult> RESULTS = ClassTag$.MODULE$.apply(LookupResult.class);

    private final LookUpTitles step;
    private final String batch = UUID.randomUUID().toString();

    LookUpRdd(RDD<String> lines, LookUpTitles step) {
        super(lines, RESULTS);
        this.step = step;
    }

    @Override
    public Partition[] getPartitions() {
        Partition[] parents = firstParent(LINES).partitions();
        // Elsewhere the next partitions may be other JVMs', and a title started ahead here would be paid for twice.
        int ahead = sparkContext().isLocal() ? MOST_AHEAD : 0;
        Partition[] partitions = new Partition[parents.length];
        for (int i = 0; i < parents.length; i++) {
            int end = Math.min(parents.length, i + 1 + ahead);
            partitions[i] = new PartitionWithNext(Arrays.copyOfRange(parents, i, end));
        }
        return partitions;
    }

    @Override
    public scala.collection.Iterator<LookupResult> compute(Partition split, TaskContext task) {
        PartitionWithNext partition = (PartitionWithNext) split;
        int own = partition.index();
        IntFunction<Iterator<String>> read =
                i -> JavaConverters.asJavaIterator(firstParent(LINES).iterator(partition.parent(i - own), task));
        ReadAhead ahead = ReadAhead.of(batch);
        OwnLines lines = new OwnLines(read.apply(own), ahead.begin(own));
        Iterator<LookupResult> results =
                step.lookUp(lines, new LinesAhead(ahead, own + 1, own + partition.next(), read));
        return JavaConverters.asScalaIterator(results);
    }
}
