package io.github.ratingsstream.omdb.kit;

import io.github.ratingsstream.omdb.answer.OmdbRecord;
import io.github.ratingsstream.omdb.request.EpisodeRequest;
import io.github.ratingsstream.omdb.request.OmdbRequest;
import io.github.ratingsstream.omdb.request.SearchRequest;
import io.github.ratingsstream.omdb.request.SeasonRequest;
import io.github.ratingsstream.omdb.request.TitleRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Bodies in every shape OMDb is known to send, and what each has to become: a file of JSON and one of text. */
public final class Answers {

    private static final String FOLDER = "/answers/";

    private Answers() {}

    /** Such as {@code movie-1907}: the kind of answer comes first. */
    public static List<String> names() {
        try (Stream<Path> files =
                Files.list(Path.of(Answers.class.getResource(FOLDER).toURI()))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.replace(".json", ""))
                    .sorted()
                    .toList();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String body(String name) {
        return text(name + ".json");
    }

    public static String described(String name) {
        return text(name + ".txt");
    }

    /** The request such an answer comes to. */
    public static OmdbRequest<? extends OmdbRecord> request(String name) {
        return switch (name.split("-")[0]) {
            case "search" -> SearchRequest.of("any");
            case "season" -> SeasonRequest.byTitle("any", 1);
            case "episode" -> EpisodeRequest.byTitle("any", 1, 1);
            default -> TitleRequest.byTitle("any");
        };
    }

    private static String text(String file) {
        try (InputStream bytes = Objects.requireNonNull(Answers.class.getResourceAsStream(FOLDER + file), file)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
