package io.github.ratingsstream.guide;

import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.simulator.OmdbSimulator;
import io.github.ratingsstream.omdb.simulator.SimulatedTitle;

public class WithoutAKey {

    public static void main(String[] args) {
        SimulatedTitle dune =
                SimulatedTitle.id("tt1160419").title("Dune").year("2021").rating("8.0");
        try (OmdbSimulator simulator = OmdbSimulator.builder().title(dune).start();
                OmdbClient omdb = OmdbClient.builder()
                        .apiKey("test-key")
                        .baseUrl(simulator.url())
                        .build()) {
            System.out.println(omdb.byTitle("Dune").value().flatMap(OmdbTitle::imdbRating));
            System.out.println(omdb.byTitle("Alien").miss());
        }
    }
}
