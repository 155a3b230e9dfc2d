package io.github.ratingsstream.rooms;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a room's {@code package-info.java} says, as one line of words. */
record RoomDoor(Path file, String words) {

    private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern SENTENCE = Pattern.compile("^(.*?\\.)( |$)");
    private static final Pattern MAY_USE = Pattern.compile("<p>May use: ([^<]*)");
    private static final Pattern NAME = Pattern.compile("\\{@code ([\\w.]+)}");

    static RoomDoor of(Room room) {
        Path file = Module.folder(room).resolve("package-info.java");
        String source = Files.exists(file) ? String.join("\n", Module.lines(file)) : "";
        Matcher comment = COMMENT.matcher(source);
        String said = comment.find() ? comment.group(1) : "";
        return new RoomDoor(
                file, said.replaceAll("(?m)^ \\*", " ").replaceAll("\\s+", " ").strip());
    }

    String sentence() {
        Matcher first = SENTENCE.matcher(words);
        return first.find() ? first.group(1) : "";
    }

    Set<String> mayUse() {
        Matcher line = MAY_USE.matcher(words);
        List<String> names = line.find()
                ? NAME.matcher(line.group(1))
                        .results()
                        .map((MatchResult name) -> name.group(1))
                        .toList()
                : List.of("(there is no line \"May use: …\")");
        return new TreeSet<>(names);
    }
}
