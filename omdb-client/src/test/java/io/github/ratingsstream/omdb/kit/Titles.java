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
            SimulatedTitle.id("tt1375666")
                    .title("Inception")
                    .year("2010")
                    .rating("8.8")
                    .with("imdbVotes", "2,757,709"),
            SimulatedTitle.id("tt1013752").title("Fast & Furious").year("2009").rating("6.6"),
            SimulatedTitle.id("tt0211915").title("Amélie").year("2001").rating("8.3"),
            SimulatedTitle.id("tt10620868").title("#Alive").year("2020").rating("6.3"),
            SimulatedTitle.id("tt0108052")
                    .title("Schindler's List")
                    .year("1993")
                    .rating("9.0"),
            SimulatedTitle.id("tt9000001")
                    .title("The \"Best\" Man")
                    .year("1999")
                    .rating("6.7"),
            SimulatedTitle.id("tt8774798").title("100% Wolf").year("2020").rating("5.7"),
            SimulatedTitle.id("tt9000002").title("C++ & Co?").year("2012").rating("5.0"),
            SimulatedTitle.id("tt0245429").title("千と千尋の神隠し").year("2001").rating("8.6"),
            SimulatedTitle.id("tt9000003").title("🎬 = a/b;c:d@e").year("2015").rating("4.1"),
            SimulatedTitle.id("tt0087182")
                    .title("Dune")
                    .year("1984")
                    .rating("6.3")
                    .with("imdbVotes", "190,000"),
            SimulatedTitle.id("tt1160419")
                    .title("Dune")
                    .year("2021")
                    .rating("8.0")
                    .with("imdbVotes", "1,000,000"),
            SimulatedTitle.id("tt0133093")
                    .title("The Matrix")
                    .year("1999")
                    .rating("8.7")
                    .with("imdbVotes", "2,100,000"),
            SimulatedTitle.id("tt0106062")
                    .title("Matrix")
                    .year("1993")
                    .rating("7.0")
                    .series(),
            SimulatedTitle.id("tt9000004").title("Unseen").year("2026").with("imdbVotes", "6"));

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
