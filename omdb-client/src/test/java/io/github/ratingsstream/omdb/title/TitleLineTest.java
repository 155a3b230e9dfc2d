package io.github.ratingsstream.omdb.title;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.omdb.request.TitleRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TitleLineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Matrix, The (1999)|The Matrix|1999",
                "Walk in the Clouds, A (1995)|A Walk in the Clouds|1995",
                "Officer and a Gentleman, An (1982)|An Officer and a Gentleman|1982",
                "Misérables, Les (1995)|Les Misérables|1995",
                "Boot, Das (1981)|Das Boot|1981",
                "Dolce Vita, La (1960)|La Dolce Vita|1960",
                "Postino, Il|Il Postino|",
                "Laberinto del fauno, El|El Laberinto del fauno|",
                "Sjunde inseglet, Det (1957)|Det Sjunde inseglet|1957",
                "Avventura, L' (1960)|L'Avventura|1960",
                "Avventura, L’ (1960)|L'Avventura|1960",
                "matrix, the|the matrix|",
                "MATRIX,THE|THE MATRIX|",
                "'Good, the Bad and the Ugly, The (1966)'|The Good, the Bad and the Ugly|1966",
                "'Lion King II: Simba''s Pride, The (1998)'|The Lion King II: Simba's Pride|1998"
            })
    void articleAfterTheLastCommaGoesInFront(String line, String title, Integer year) {
        assertThat(TitleLine.read(line).request()).hasValue(asked(title, year));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Breaking Bad (2008–2013)|Breaking Bad|2008",
                "Breaking Bad (2008-2013)|Breaking Bad|2008",
                "Severance (2022- )|Severance|2022",
                "Severance (2022– )|Severance|2022",
                "Severance (2022 – present)|Severance|2022",
                "Fargo (TV Series 2014)|Fargo|2014",
                "Fargo (TV Series 2014–2024)|Fargo|2014",
                "Chernobyl (TV Mini Series 2019)|Chernobyl|2019",
                "'Prestige, The [2006]'|The Prestige|2006",
                "Inception(2010)|Inception|2010",
                "Dune (2021).|Dune|2021",
                "Kids (1995/I)|Kids|1995",
                "'Inception,2010'|Inception|2010",
                "'Inception, 2010'|Inception|2010",
                "'Inception\t2010'|Inception|2010",
                "'Inception \t 2010 '|Inception|2010",
                "'Matrix, The\t1999'|The Matrix|1999",
                "'Matrix, The,1999'|The Matrix|1999",
                "'\"Dune, Part Two\",2024'|Dune, Part Two|2024",
                "'\"Inception\",\"2010\"'|Inception|2010",
                "'2046,2004'|2046|2004"
            })
    void yearIsReadInAllItsForms(String line, String title, Integer year) {
        assertThat(TitleLine.read(line).request()).hasValue(asked(title, year));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Seven (a.k.a. Se7en) (1995)|Seven|Se7en|1995",
                "'City of Lost Children, The (Cité des enfants perdus, La) (1995)'|"
                        + "The City of Lost Children|La Cité des enfants perdus|1995",
                "8 1/2 (8½) (1963)|8 1/2|8½|1963",
                "The End (The End (of It)) (1995)|The End|The End (of It)|1995",
                "'Spirited Away (Sen to Chihiro),2001'|Spirited Away|Sen to Chihiro|2001",
                "Seven (aka Se7en)|Seven|Se7en|",
                "Seven (1995) (a.k.a. Se7en)|Seven|Se7en|1995"
            })
    void bracketBeforeTheYearIsAnotherTitle(String line, String title, String other, Integer year) {
        TitleLine read = TitleLine.read(line);

        assertThat(read.request()).hasValue(asked(title, year));
        assertThat(read.otherRequests()).containsExactly(asked(other, year));
    }

    @Test
    void allBracketsBeforeTheYearAreOtherTitles() {
        TitleLine read = TitleLine.read("Léon: The Professional (a.k.a. The Professional) [Léon] (1994)");

        assertThat(read.request()).hasValue(TitleRequest.byTitle("Léon: The Professional", 1994));
        assertThat(read.otherRequests())
                .containsExactly(TitleRequest.byTitle("Léon", 1994), TitleRequest.byTitle("The Professional", 1994));
    }

    @Test
    void numberOfFilmsOfOneNameIsNoTitle() {
        assertThat(TitleLine.read("The Gift (I) (2015)").otherRequests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(500) Days of Summer (2009)|(500) Days of Summer|2009",
                "1917 (2019)|1917|2019",
                "Birdman or (The Unexpected Virtue of Ignorance) (2014)|"
                        + "Birdman or (The Unexpected Virtue of Ignorance)|2014",
                "'Girl, Interrupted (1999)'|Girl, Interrupted|1999",
                "(Untitled) (2009)|(Untitled)|2009",
                "[REC] (2007)|[REC]|2007",
                "Mother(s) (2010)|Mother(s)|2010",
                "2001: A Space Odyssey (1968)|2001: A Space Odyssey|1968",
                "Evangelion: 3.0 You Can (Not) Redo (2012)|Evangelion: 3.0 You Can (Not) Redo|2012",
                "? (2011)|?|2011",
                "None (2012)|None|2012"
            })
    void titleBeforeAYearStaysWhole(String line, String title, Integer year) {
        assertThat(TitleLine.read(line).request()).hasValue(asked(title, year));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Inception",
                "2046",
                "9",
                "M*A*S*H",
                "Me, Myself & Irene",
                "Crazy, Stupid, Love.",
                "Monsters, Inc.",
                "Death Race 2000",
                "(2021)",
                "[2021]",
                ",2021",
                "The",
                ", The",
                "Face/Off",
                "AC/DC: Let There Be Rock",
                "Rock 'n' Roll High School",
                "'Allo 'Allo!",
                "'Round Midnight",
                "\"Paris, 1919",
                "\"Sex\" and \"Violence\"",
                "It (Chapter Two)",
                "Dune (20211)",
                "Dune (1799)",
                "Class (Class of 1999)",
                "AT&T; the movie",
                "tt013309",
                "tt0133093a",
                "https://example.com/title/tt0133093/",
                "notimdb.com/title/tt0133093/",
                "The.Matrix.1999.1080p.BluRay.x264",
                "Person_of_Interest_S2_D2",
                "千と千尋の神隠し"
            })
    void otherTextIsATitleAsItIs(String line) {
        assertThat(TitleLine.read(line).request()).hasValue(TitleRequest.byTitle(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tt0133093",
                "TT0133093",
                " Tt0133093 ",
                "tt0133093,The Matrix",
                "tt0133093\tThe Matrix (1999)",
                "\"tt0133093\",\"The Matrix\",1999",
                "https://www.imdb.com/title/tt0133093/?ref_=fn_al_tt_1&amp;x=1",
                "HTTPS://WWW.IMDB.COM/TITLE/TT0133093",
                "http://m.imdb.com/title/tt0133093",
                "imdb.com/title/tt0133093/reviews",
                "https://www.imdb.com/pt-br/title/tt0133093/",
                "[The Matrix](https://www.imdb.com/title/tt0133093/)"
            })
    void idIsReadInAnyCaseAndFromAUrl(String line) {
        assertThat(TitleLine.read(line).request()).hasValue(TitleRequest.byId("tt0133093"));
    }

    private static TitleRequest asked(String title, Integer year) {
        return year == null ? TitleRequest.byTitle(title) : TitleRequest.byTitle(title, year);
    }
}
