package io.github.ratingsstream.app;

import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.Dependency;
import org.apache.spark.Partition;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.rdd.RDD;
import scala.collection.JavaConverters;
import scala.reflect.ClassTag$;

/** The lines of a batch's stretches of files, which are read where its tasks run. */
final class TitleFilesRdd extends RDD<String> {

    private static final long serialVersionUID = 1;

    private final String folder;
    private final int maxLineLength;
    private final transient List<FileSplit> splits;

    TitleFilesRdd(SparkContext context, String folder, List<FileSplit> splits, int maxLineLength) {
        super(
                context,
                JavaConverters.asScalaBuffer(new ArrayList<Dependency<?>>()),
                ClassTag$.MODULE$.apply(String.class));
        this.folder = folder;
        this.splits = splits;
        this.maxLineLength = maxLineLength;
    }

    /** Stretches that follow one another share a partition until it has a fair part of all. */
    @Override
    public Partition[] getPartitions() {
        long all = splits.stream().mapToLong(FileSplit::cost).sum();
        List<Partition> partitions = new ArrayList<>();
        ArrayList<FileSplit> some = new ArrayList<>();
        long bytes = 0;
        for (FileSplit split : splits) {
            some.add(split);
            bytes += split.cost();
            if (bytes >= FileSplit.fairPart(all)) {
                partitions.add(new FilePartition(partitions.size(), some));
                some = new ArrayList<>();
                bytes = 0;
            }
        }
        if (!some.isEmpty()) {
            partitions.add(new FilePartition(partitions.size(), some));
        }
        return partitions.toArray(Partition[]::new);
    }

    /** One stretch after another, one open at a time. */
    @Override
    public scala.collection.Iterator<String> compute(Partition partition, TaskContext task) {
        return JavaConverters.asScalaIterator(((FilePartition) partition).splits.iterator())
                .flatMap(split -> JavaConverters.asScalaIterator(lines(split, task)));
    }

    private SplitLines lines(FileSplit split, TaskContext task) {
        SplitLines lines = new SplitLines(new Path(folder), split, maxLineLength, DriverLink::say);
        task.addTaskCompletionListener(ended -> {
            lines.close();
        });
        return lines;
    }

    private static final class FilePartition implements Partition {

        private static final long serialVersionUID = 1;

        private final int index;
        private final ArrayList<FileSplit> splits;

        FilePartition(int index, ArrayList<FileSplit> splits) {
            this.index = index;
            this.splits = splits;
        }

        @Override
        public int index() {
            return index;
        }
    }
}
