package io.github.ratingsstream.core.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ratingsstream.core.kit.StreamKit;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowsInOrderTest {

    /** Static, because functions travel as copies. */
    private static final AtomicInteger COMPUTED = new AtomicInteger();

    private static final CountDownLatch CANCELLED = new CountDownLatch(1);

    private static StreamKit kit;

    @BeforeAll
    static void start() {
        kit = new StreamKit();
    }

    @AfterAll
    static void stop() {
        kit.close();
    }

    @BeforeEach
    void nothingComputedYet() {
        COMPUTED.set(0);
    }

    @Test
    void rowsOfSmallLargeAndEmptyPartitionsComeInOrder() {
        List<Integer> numbers = IntStream.range(0, 12_000).boxed().toList();
        // Of 100, 4,900, 4,000, no and 3,000 rows.
        JavaRDD<Integer> rows = kit.spark()
                .parallelize(numbers, 60)
                .coalesce(1)
                .groupBy(number -> number < 100 ? 0 : number < 5_000 ? 1 : number < 9_000 ? 2 : 4, 5)
                .values()
                .flatMap(each -> each.iterator());

        RowsInOrder<Integer> inOrder = new RowsInOrder<>(rows, Integer.MAX_VALUE);

        assertThat(inOrder).toIterable().isEqualTo(numbers);
        assertThat(inOrder.hasNext()).isFalse();
    }

    @Test
    void everyRowIsComputedWhateverIsRead() {
        JavaRDD<Integer> rows = counted(15_000, 3);

        RowsInOrder<Integer> inOrder = new RowsInOrder<>(rows, 2);

        assertThat(List.of(inOrder.next(), inOrder.next())).containsExactly(0, 1);
        inOrder.await();
        assertThat(COMPUTED).hasValue(15_000);
    }

    @Test
    void failureOfATaskIsThrownWhereItsRowsAreRead() {
        JavaRDD<Integer> rows = counted(10, 2).map(number -> {
            if (number == 7) {
                throw new IllegalStateException("seven");
            }
            return number;
        });

        RowsInOrder<Integer> inOrder = new RowsInOrder<>(rows, 100);

        assertThatThrownBy(() -> inOrder.forEachRemaining(row -> {})).hasStackTraceContaining("seven");
        assertThatThrownBy(inOrder::await).hasStackTraceContaining("seven");
    }

    @Test
    void cancelledRowsAreNotComputed() {
        JavaRDD<Integer> rows = counted(15_000, 30).map(number -> {
            if (number >= 500) {
                CANCELLED.await();
            }
            return number;
        });
        RowsInOrder<Integer> inOrder = new RowsInOrder<>(rows, Integer.MAX_VALUE);
        assertThat(inOrder.next()).isZero();

        inOrder.cancel();

        assertThatThrownBy(inOrder::await).hasStackTraceContaining("cancelled");
        CANCELLED.countDown();
        assertThat(COMPUTED).hasValueLessThan(15_000);
    }

    @Test
    void batchWithoutPartitionsHasNoRows() {
        RowsInOrder<Object> inOrder = new RowsInOrder<>(kit.spark().emptyRDD(), 100);

        assertThat(inOrder.hasNext()).isFalse();
        inOrder.await();
    }

    private static JavaRDD<Integer> counted(int rows, int partitions) {
        return kit.spark()
                .parallelize(IntStream.range(0, rows).boxed().toList(), partitions)
                .map(number -> {
                    COMPUTED.incrementAndGet();
                    return number;
                });
    }
}
