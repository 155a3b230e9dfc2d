package io.github.ratingsstream.guide;

import io.github.ratingsstream.omdb.OmdbAnswer;
import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.OmdbException;
import io.github.ratingsstream.omdb.OmdbTitle;

public class FirstLookup {

    public static void main(String[] args) {
        try (OmdbClient omdb = OmdbClient.fromEnv()) {
            OmdbAnswer<OmdbTitle> answer = omdb.byTitle("Dune", 2021);
            answer.value()
                    .ifPresent(film -> System.out.println(
                            film.title() + ": " + film.imdbRating().orElse(0)));
            answer.miss().ifPresent(text -> System.out.println("OMDb has no such film: " + text));
        } catch (OmdbException e) {
            System.out.println(e.reason() + ": " + e.getMessage());
        }
    }
}
