package io.github.ratingsstream.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.app.kit.RoomsPicture;
import io.github.ratingsstream.app.kit.RoomsPicture.House;
import io.github.ratingsstream.rooms.Room;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomsPictureTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final List<House> HOUSES = List.of(
            new House("ratings-stream-app", "#fdf3e3", RoomsTest.ROOMS),
            new House("ratings-stream-core", "#e6f2ea", io.github.ratingsstream.core.RoomsTest.ROOMS),
            new House("omdb-client", "#e5effa", io.github.ratingsstream.omdb.RoomsTest.ROOMS));

    @Test
    void pictureShowsTheTables() throws IOException {
        Path file = DOCS.resolve("rooms.svg");
        String picture = RoomsPicture.of(HOUSES);
        if (System.getProperty("rooms.draw") != null) {
            Files.writeString(file, picture);
        }

        assertThat(file)
                .as(
                        "draw it anew: mvn test -Dtest=RoomsPictureTest -Dsurefire.failIfNoSpecifiedTests=false -Drooms.draw")
                .hasContent(picture);
    }

    @Test
    void architectureNamesEveryRoom() throws IOException {
        String text = Files.readString(DOCS.resolve("ARCHITECTURE.md"));

        assertThat(HOUSES.stream()
                        .flatMap(house -> house.rooms().all().stream())
                        .map(Room::name)
                        .filter(name -> !text.contains('`' + name + '`')))
                .as("rooms that docs/ARCHITECTURE.md does not name")
                .isEmpty();
    }
}
