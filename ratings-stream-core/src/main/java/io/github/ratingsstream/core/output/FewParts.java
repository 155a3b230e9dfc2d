package io.github.ratingsstream.core.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.Dependency;
import org.apache.spark.NarrowDependency;
import org.apache.spark.Partition;
import org.apache.spark.TaskContext;
import org.apache.spark.rdd.RDD;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * The same lines in fewer partitions: adjacent ones become one until it has a thousand lines. Spark's {@code coalesce}
 * looks at where cached partitions lie, and mixes up their order.
 */
final class FewParts<T> extends RDD<T> {

    private static final long serialVersionUID = 1;

    private static final long FEWEST_LINES = 1_000;

    private FewParts(Adjacent<T> adjacent) {
        super(
                adjacent.rdd().sparkContext(),
                JavaConverters.<Dependency<?>>asScalaBuffer(List.of(adjacent)),
                adjacent.rdd().elementClassTag());
    }

    /** Counts the lines, which computes them on all cores, and gives them in as few partitions as parts. */
    static <T> RDD<T> of(RDD<T> lines) {
        return lines.getNumPartitions() < 2
                ? lines
                : new FewParts<>(new Adjacent<>(
                        lines,
                        ends(lines.toJavaRDD().mapPartitions(FewParts::count).collect())));
    }

    private static <T> Iterator<Long> count(Iterator<T> lines) {
        long count = 0;
        for (; lines.hasNext(); lines.next()) {
            count++;
        }
        return Collections.singleton(count).iterator();
    }

    /** Where each part ends: the number of its first partition that is another part's. */
    private static ArrayList<Integer> ends(List<Long> lines) {
        ArrayList<Integer> ends = new ArrayList<>();
        long more = 0;
        for (int i = 0; i < lines.size(); i++) {
            more += lines.get(i);
            if (more >= FEWEST_LINES) {
                ends.add(i + 1);
                more = 0;
            }
        }
        // What is left is too little for a part of its own.
        if (!ends.isEmpty()) {
            ends.remove(ends.size() - 1);
        }
        ends.add(lines.size());
        return ends;
    }

    @Override
    public Partition[] getPartitions() {
        Adjacent<?> adjacent = (Adjacent<?>) dependencies().head();
        Partition[] parents = adjacent.rdd().partitions();
        return IntStream.range(0, adjacent.ends.size())
                .mapToObj(i -> new Together(i, Arrays.copyOfRange(parents, adjacent.first(i), adjacent.ends.get(i))))
                .toArray(Partition[]::new);
    }

    @Override
    public scala.collection.Iterator<T> compute(Partition split, TaskContext task) {
        RDD<T> parent = firstParent(elementClassTag());
        return JavaConverters.asScalaIterator(
                        Arrays.asList(((Together) split).parents).iterator())
                .flatMap(each -> parent.iterator(each, task));
    }

    /** Spark runs a part's task where one of its partitions is. */
    private static final class Adjacent<T> extends NarrowDependency<T> {

        private static final long serialVersionUID = 1;

        private final ArrayList<Integer> ends;

        Adjacent(RDD<T> rdd, ArrayList<Integer> ends) {
            super(rdd);
            this.ends = ends;
        }

        int first(int part) {
            return part == 0 ? 0 : ends.get(part - 1);
        }

        @Override
        public Seq<Object> getParents(int part) {
            return JavaConverters.asScalaBuffer(IntStream.range(first(part), ends.get(part))
                    .<Object>mapToObj(parent -> parent)
                    .toList());
        }
    }

    private static final class Together implements Partition {

        private static final long serialVersionUID = 1;

        private final int index;
        private final Partition[] parents;

        Together(int index, Partition[] parents) {
            this.index = index;
            this.parents = parents;
        }

        @Override
        public int index() {
            return index;
        }
    }
}
