package io.github.ratingsstream.app.demo;

import io.github.ratingsstream.omdb.answer.Rating;
import io.github.ratingsstream.omdb.simulator.SimulatedTitle;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The bundled titles and figures: a tab-separated table whose first line names OMDb's fields and one source of ratings. */
public final class Catalogue {

    private Catalogue() {}

    static List<SimulatedTitle> titles() {
        List<String> lines = lines("catalogue.tsv");
        String[] fields = lines.get(0).split("\t");
        return lines.stream()
                .skip(1)
                .map(line -> title(fields, line.split("\t")))
                .toList();
    }

    /** Their titles, in the table's order. */
    static List<String> names() {
        return lines("catalogue.tsv").stream()
                .skip(1)
                .map(line -> line.split("\t")[2])
                .toList();
    }

    private static SimulatedTitle title(String[] fields, String[] values) {
        SimulatedTitle title = SimulatedTitle.id(values[0]).title(values[2]).year(values[3]);
        for (int i = 0; i < fields.length; i++) {
            title = fields[i].equals(Rating.ROTTEN_TOMATOES)
                    ? title.rating(fields[i], values[i])
                    : title.with(fields[i], values[i]);
        }
        return title;
    }

    /** The lines of a bundled text. */
    public static List<String> lines(String resource) {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(Catalogue.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return in.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
