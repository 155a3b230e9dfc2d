package io.github.ratingsstream.omdb.kit;

import io.github.ratingsstream.omdb.simulator.SimulatedTitle;
import java.util.List;

/** A small catalogue with the characters and doubles that hurt. */
public final class Titles {

    /** The first of them, as OMDb writes it. */
    public static final String INCEPTION = """
            {"Title":"Inception","Year":"2010","Rated":"N/A","Released":"N/A","Runtime":"N/A","Genre":"N/A",\
            "Director":"N/A","Writer":"N/A","Actors":"N/A","Plot":"N/A","Language":"N/A","Country":"N/A",\
            "Awards":"N/A","Poster":"N/A","Ratings":[{"Source":"Internet Movie Database","Value":"8.8/10"}],\
            "Metascore":"N/A","imdbRating":"8.8","imdbVotes":"2,757,709","imdbID":"tt1375666","Type":"movie",\
            "DVD":"N/A","BoxOffice":"N/A","Production":"N/A","Website":"N/A","Response":"True"}""";

    public static final List<SimulatedTitle> SOME = List.of(
            SimulatedTitle.of("tt1375666", "Inception", "2010", "8.8").with("imdbVotes", "2,757,709"),
            SimulatedTitle.of("tt1013752", "Fast & Furious", "2009", "6.6"),
            SimulatedTitle.of("tt0211915", "Amélie", "2001", "8.3"),
            SimulatedTitle.of("tt10620868", "#Alive", "2020", "6.3"),
            SimulatedTitle.of("tt0108052", "Schindler's List", "1993", "9.0"),
            SimulatedTitle.of("tt9000001", "The \"Best\" Man", "1999", "6.7"),
            SimulatedTitle.of("tt8774798", "100% Wolf", "2020", "5.7"),
            SimulatedTitle.of("tt9000002", "C++ & Co?", "2012", "5.0"),
            SimulatedTitle.of("tt0245429", "千と千尋の神隠し", "2001", "8.6"),
            SimulatedTitle.of("tt9000003", "🎬 = a/b;c:d@e", "2015", "4.1"),
            SimulatedTitle.of("tt0087182", "Dune", "1984", "6.3").with("imdbVotes", "190,000"),
            SimulatedTitle.of("tt1160419", "Dune", "2021", "8.0").with("imdbVotes", "1,000,000"),
            SimulatedTitle.of("tt0133093", "The Matrix", "1999", "8.7").with("imdbVotes", "2,100,000"),
            SimulatedTitle.of("tt0106062", "Matrix", "1993", "7.0").with("Type", "series"),
            SimulatedTitle.of("tt9000004", "Unseen", "2026", "N/A").with("imdbVotes", "6"));

    /** Each once: a name alone may mean two films. */
    public static final List<String> NAMES = List.of(
            "Inception",
            "Fast & Furious",
            "Amélie",
            "#Alive",
            "Schindler's List",
            "The \"Best\" Man",
            "100% Wolf",
            "C++ & Co?",
            "千と千尋の神隠し",
            "🎬 = a/b;c:d@e",
            "Dune",
            "The Matrix",
            "Matrix",
            "Unseen");

    private Titles() {}
}
