package io.github.ratingsstream.app.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folders a job reads from and keeps its checkpoint in. */
public final class JobFolders {

    private JobFolders() {}

    /** A list of titles appears whole, as a sender should make it. */
    public static void send(Path titles, String name, List<String> lines) throws IOException {
        Path unfinished = Files.write(titles.resolve("_unfinished"), lines);
        Files.move(unfinished, titles.resolve(name));
    }

    /** Whether Spark has written one that a job could go on from. */
    public static boolean hasCheckpoint(Path checkpoint) {
        String[] files = checkpoint.resolve("spark").toFile().list();
        return files != null && List.of(files).stream().anyMatch(name -> name.startsWith("checkpoint-"));
    }
}
