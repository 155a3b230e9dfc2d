package io.github.ratingsstream.app.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.spark.streaming.scheduler.ReceiverTracker;

/**
 * The step between socket and printer in a streaming job of its own, beside a bare HTTP loop, the naive port and the same
 * job without lookups. Prints a table, and writes it and a chart into the documents. Ratios count; the rest is the
 * machine's.
 */
final class StageBenchmark {

    private static final String BEGIN = "<!-- stage: begin -->\n";
    private static final String END = "<!-- stage: end -->";

    private StageBenchmark() {}

    /** Takes the folder of the documents, and {@code long} for the soak runs too. */
    public static void main(String[] args) throws Exception {
        quiet();
        Path docs = Path.of(args[0]);
        boolean soak = args.length > 1 && args[1].equals("long");
        Chart chart = new Chart();
        DistinctTitles distinct = new DistinctTitles(chart);
        List<Measure> measures = new ArrayList<>();
        measures.addAll(distinct.steadyOmdb());
        measures.addAll(distinct.jitteryOmdb());
        measures.addAll(new SkewedTitles(chart).run());
        measures.add(SteadyStream.run(soak ? Duration.ofMinutes(10) : Duration.ofSeconds(30)));
        measures.add(TypedTitle.run());
        if (soak) {
            measures.add(Soak.run());
        }
        String table = table(measures);
        System.out.println(table);
        Path page = docs.resolve("BENCHMARKS.md");
        String text = Files.readString(page);
        Files.writeString(
                page,
                text.substring(0, text.indexOf(BEGIN) + BEGIN.length()) + table + text.substring(text.indexOf(END)));
        Files.writeString(docs.resolve("stage.svg"), chart.svg());
        System.exit(0);
    }

    /** Warnings of Spark's about the benchmark's own ways. */
    static void quiet() {
        Configurator.setRootLevel(Level.ERROR);
        Configurator.setLevel(ReceiverTracker.class, Level.OFF);
    }

    private static String table(List<Measure> measures) {
        StringBuilder table =
                new StringBuilder("| what | measured | beside | figure | mark |\n|---|---|---|---|---|\n");
        for (Measure each : measures) {
            table.append(String.join(
                    " | ", "| " + each.what(), each.measured(), each.beside(), each.figure(), each.mark() + " |\n"));
        }
        return table.toString();
    }
}
