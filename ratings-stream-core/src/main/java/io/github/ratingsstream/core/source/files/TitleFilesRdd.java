package io.github.ratingsstream.core.source.files;

import io.github.ratingsstream.core.notice.Notices;
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

/** The lines of the stretches that a batch takes. The files are read where its tasks run. */
final class TitleFilesRdd extends RDD<String> {

    private static final long serialVersionUID = 1;

    private final String folder;
    private final int maxLineLength;
    private final Notices notices;
    private final transient List<FileStretch> stretches;

    TitleFilesRdd(
            SparkContext context, String folder, List<FileStretch> stretches, int maxLineLength, Notices notices) {
        super(
                context,
                JavaConverters.asScalaBuffer(new ArrayList<Dependency<?>>()),
                ClassTag$.MODULE$.apply(String.class));
        this.folder = folder;
        this.stretches = stretches;
        this.maxLineLength = maxLineLength;
        this.notices = notices;
    }

    /** Adjacent stretches share a partition until it holds a fair part of the batch. */
    @Override
    public Partition[] getPartitions() {
        long all = stretches.stream().mapToLong(FileStretch::cost).sum();
        List<Partition> partitions = new ArrayList<>();
        ArrayList<FileStretch> some = new ArrayList<>();
        long bytes = 0;
        for (FileStretch stretch : stretches) {
            some.add(stretch);
            bytes += stretch.cost();
            if (bytes >= FileStretch.fairPart(all)) {
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
        return JavaConverters.asScalaIterator(((FilePartition) partition).stretches.iterator())
                .flatMap(stretch -> JavaConverters.asScalaIterator(lines(stretch, task)));
    }

    private StretchLines lines(FileStretch stretch, TaskContext task) {
        StretchLines lines = new StretchLines(new Path(folder), stretch, maxLineLength, notices);
        task.addTaskCompletionListener(ended -> {
            lines.close();
        });
        return lines;
    }

    private static final class FilePartition implements Partition {

        private static final long serialVersionUID = 1;

        private final int index;
        private final ArrayList<FileStretch> stretches;

        FilePartition(int index, ArrayList<FileStretch> stretches) {
            this.index = index;
            this.stretches = stretches;
        }

        @Override
        public int index() {
            return index;
        }
    }
}
