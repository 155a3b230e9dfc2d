package io.github.ratingsstream.app.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.io.CompressionCodec;
import org.apache.spark.io.CompressionCodec$;

/** Looks for a text in every file below a folder. */
public final class Grep {

    private Grep() {}

    public static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    public static boolean holds(Path file, String text) {
        return text(file).contains(text);
    }

    /** The same for a file as Spark compresses its checkpoints; false for any other. */
    public static boolean holdsCompressed(Path file, String text) {
        CompressionCodec codec = CompressionCodec$.MODULE$.createCodec(new SparkConf(false));
        try (InputStream in = codec.compressedInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException notCompressed) {
            return false;
        }
    }

    static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            // Temporary, of a process that goes on while others' files are read.
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
