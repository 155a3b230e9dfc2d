package io.github.ratingsstream.guide;

import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbTitle;

public class FirstLookup {

    public static void main(String[] args) {
        try (OmdbClient omdb = OmdbClient.fromEnv()) {
            OmdbAnswer<OmdbTitle> answer = omdb.byTitle("Dune", 2021);
            if (answer.value().isPresent()) {
                OmdbTitle film = answer.value().get();
                System.out.println(film.title() + ": " + film.imdbRating().orElse(0));
            } else {
                System.out.println("OMDb has no such title: " + answer.miss().orElse(""));
            }
        } catch (OmdbException e) {
            System.out.println(e.reason() + ": " + e.getMessage());
        }
    }
}
