package io.github.ratingsstream.rooms;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A module's rooms and the arrows between them, read from a table that people can read too. */
public final class Rooms {

    private final List<Room> all = new ArrayList<>();

    private Rooms(String table) {
        String[] floors = table.strip().replaceAll("\n +", " ").split("\n\n");
        for (int i = 0; i < floors.length; i++) {
            int floor = floors.length - 1 - i;
            floors[i].lines().map(line -> room(line, floor)).forEach(all::add);
        }
    }

    /**
     * The top floor first, a blank line between floors, and on a line one room: {@code name: what, it, uses}. A line that is
     * indented goes on with the one before.
     */
    public static Rooms of(String table) {
        return new Rooms(table);
    }

    private static Room room(String line, int floor) {
        String[] sides = line.split(":", 2);
        Set<String> uses = Stream.of(sides[1].split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(toCollection(LinkedHashSet::new));
        return new Room(sides[0].strip(), floor, uses);
    }

    /** From the top floor down. */
    public List<Room> all() {
        return List.copyOf(all);
    }

    /** Of this module only. */
    public Optional<Room> find(String name) {
        return all.stream().filter(room -> room.name().equals(name)).findAny();
    }
}
