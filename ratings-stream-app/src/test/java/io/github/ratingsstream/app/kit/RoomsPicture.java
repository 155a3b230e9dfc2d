package io.github.ratingsstream.app.kit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.github.ratingsstream.rooms.Room;
import io.github.ratingsstream.rooms.Rooms;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The modules as houses beside each other, floor above floor, as an SVG; a room says which rooms it uses. */
public final class RoomsPicture {

    private static final int ROOM = 158;
    private static final int HEIGHT = 104;
    private static final int GAP = 10;
    private static final int BETWEEN = 46;
    private static final int TOP = 74;
    private static final int FOOT = 44;
    private static final int LETTER = 6;

    private final StringBuilder svg = new StringBuilder();
    private final int ground;
    private int left = 24;

    private RoomsPicture(List<House> houses) {
        ground = TOP + houses.stream().mapToInt(House::floors).max().orElse(0) * (HEIGHT + GAP);
        for (House house : houses) {
            draw(house);
            left += house.width() + BETWEEN;
        }
    }

    /** One module: its name, and what it holds. */
    public record House(String name, String colour, Rooms rooms) {

        private TreeMap<Integer, List<Room>> byFloor() {
            return rooms.all().stream()
                    .filter(room -> !room.uses().isEmpty() || room.name().contains("."))
                    .collect(groupingBy(Room::floor, TreeMap::new, toList()));
        }

        private int floors() {
            return byFloor().size();
        }

        private int width() {
            int most = byFloor().values().stream().mapToInt(List::size).max().orElse(1);
            return most * (ROOM + GAP) - GAP;
        }
    }

    /** The whole picture; the houses from left to right, each using those on its right. */
    public static String of(List<House> houses) {
        RoomsPicture picture = new RoomsPicture(houses);
        int width = picture.left - BETWEEN + 24;
        int height = picture.ground + FOOT;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif">
                <title>The rooms of the three modules, and which rooms each uses</title>
                <rect width="%d" height="%d" rx="8" fill="#ffffff"/>
                %s<text x="24" y="%d" font-size="12" fill="#667080">%s</text>
                </svg>
                """.formatted(
                        width,
                        height,
                        width,
                        height,
                        picture.svg,
                        height - 14,
                        "Small: the rooms that a room uses, all of them on floors below or in a module on the right. Grey: for"
                                + " omdb-client alone.");
    }

    private void draw(House house) {
        line(
                "<text x=\"%d\" y=\"%d\" font-size=\"17\" font-weight=\"bold\" fill=\"#26303c\">%s</text>",
                left, 40, house.name());
        int floor = 0;
        for (Map.Entry<Integer, List<Room>> entry : house.byFloor().entrySet()) {
            List<Room> rooms = entry.getValue();
            int wide = (house.width() + GAP) / rooms.size() - GAP;
            for (int i = 0; i < rooms.size(); i++) {
                draw(rooms.get(i), house.colour(), new int[] {left + i * (wide + GAP), top(floor), wide});
            }
            floor++;
        }
    }

    private int top(int floor) {
        return ground - (floor + 1) * (HEIGHT + GAP) + GAP;
    }

    private void draw(Room room, String colour, int[] box) {
        boolean inside = room.name().contains(".internal.");
        line(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"5\" fill=\"%s\" stroke=\"#c3ccd6\"/>",
                box[0], box[1], box[2], HEIGHT, inside ? "#f0f1f3" : colour);
        line(
                "<text x=\"%d\" y=\"%d\" font-size=\"14\" font-weight=\"bold\" fill=\"#26303c\">%s</text>",
                box[0] + 10, box[1] + 21, shortName(room.name(), room.module()));
        List<String> uses = wrapped(room, (box[2] - 2 * GAP) / LETTER);
        for (int i = 0; i < uses.size(); i++) {
            line(
                    "<text x=\"%d\" y=\"%d\" font-size=\"11\" fill=\"#667080\">%s</text>",
                    box[0] + 10, box[1] + 38 + i * 14, uses.get(i));
        }
    }

    private static List<String> wrapped(Room room, int most) {
        StringBuilder lines = new StringBuilder();
        int length = 0;
        for (String word : words(room.uses(), room.module()).split(" ")) {
            boolean fits = length > 0 && length + 1 + word.length() <= most;
            lines.append(length == 0 ? "" : fits ? " " : "\n").append(word);
            length = fits ? length + 1 + word.length() : word.length();
        }
        return lines.toString().lines().toList();
    }

    private static String words(Set<String> uses, String module) {
        return uses.stream().map(name -> shortName(name, module)).collect(joining(", "));
    }

    private static String shortName(String name, String module) {
        return name.startsWith(module + ".") ? name.substring(module.length() + 1) : name;
    }

    private void line(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
