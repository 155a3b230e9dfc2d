package io.github.ratingsstream.rooms;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What holds for the rooms of every module. A module's test brings its table. */
public interface RoomRules {

    /** A reader takes in a room at a glance. */
    int MOST_FILES = 20;

    /** And a class without losing the thread. */
    int MOST_LINES = 250;

    /** The module's table. */
    Rooms rooms();

    @Test
    default void everyPackageIsARoom() {
        assertThat(rooms().all()).extracting(Room::packageName).containsExactlyInAnyOrderElementsOf(Module.packages());
    }

    @Test
    default void noRoomUsesMoreThanTheTableAllows() {
        assertThat(Module.arrows().stream().filter(arrow -> !allows(arrow)).map(Arrow::evidence))
                .as("arrows that are not in the table")
                .isEmpty();
    }

    @Test
    default void tableAllowsNothingThatIsNotUsed() {
        Set<String> drawn = Module.arrows().stream().map(Arrow::toString).collect(toCollection(TreeSet::new));
        assertThat(rooms().all().stream()
                        .flatMap(room -> room.uses().stream().map(used -> room.name() + " -> " + used)))
                .as("arrows of the table that no class needs")
                .allMatch(drawn::contains);
    }

    @Test
    default void everyArrowGoesDown() {
        for (Room room : rooms().all()) {
            assertThat(room.uses().stream().flatMap(name -> rooms().find(name).stream()))
                    .as("what %s uses in its own module", room.name())
                    .allMatch(used -> used.floor() < room.floor());
        }
        slices().matching(Room.HOUSE + "(**)").should().beFreeOfCycles().check(Module.classes());
    }

    @Test
    default void roomsAreSmall() {
        for (Room room : rooms().all()) {
            assertThat(Module.sources(room)).as("files of %s", room.name()).hasSizeLessThanOrEqualTo(MOST_FILES);
            assertThat(Module.sources(room))
                    .as("files of %s with more than %d lines", room.name(), MOST_LINES)
                    .allMatch(file -> Module.lines(file).size() <= MOST_LINES);
        }
    }

    @Test
    default void everyRoomSaysWhatItIsForAndWhatItMayUse() {
        for (Room room : rooms().all()) {
            RoomDoor door = RoomDoor.of(room);
            assertThat(door.sentence())
                    .as("the first sentence of %s", door.file())
                    .matches("[A-Z].{20,}\\.");
            if (!room.isRoot()) {
                assertThat(door.mayUse())
                        .as("what %s says the room may use", door.file())
                        .containsExactlyInAnyOrderElementsOf(room.uses());
            }
        }
    }

    private boolean allows(Arrow arrow) {
        List<String> uses =
                rooms().find(arrow.from()).map(room -> List.copyOf(room.uses())).orElse(List.of());
        return uses.contains(arrow.to());
    }
}
