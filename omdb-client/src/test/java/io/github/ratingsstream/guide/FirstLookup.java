package io.github.ratingsstream.guide;

import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.answer.OmdbException;

public class FirstLookup {

    public static void main(String[] args) {
        try (OmdbClient omdb = OmdbClient.fromEnv()) {
            String line = omdb.byTitle("Dune", 2021)
                    .value()
                    .map(film -> film.title() + ": "
                            + film.imdbRating().map(String::valueOf).orElse("not rated"))
                    .orElse("OMDb has no such title");
            System.out.println(line);
        } catch (OmdbException e) {
            System.out.println(e.reason() + ": " + e.getMessage());
        }
    }
}
