package io.github.ratingsstream.core.source.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list that gzip has packed. */
class PackedFilesTest {

    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();

    @Test
    void packedListIsOneStretchHoweverLongItIsAndReadsTheSameAgain() throws IOException {
        byte[] noise = new byte[(int) FileIntake.FIRST_BYTES];
        new Random(7).nextBytes(noise);
        List<String> lines = IntStream.range(0, noise.length)
                .mapToObj(i -> "Title " + noise[i])
                .toList();
        byte[] packed = packed(String.join("\n", lines), StandardCharsets.UTF_8);
        assertThat(packed).hasSizeGreaterThan((int) FileStretch.fairPart(FileIntake.FIRST_BYTES));
        write(packed);
        FileIntake intake = new FileIntake(hadoops(), new TakenInMemory(), said::add, FileStreamKit.LATER);
        intake.open();

        List<FileStretch> taken = intake.take(1);

        assertThat(taken).hasSize(1);
        assertThat(lines(taken.get(0))).isEqualTo(lines);
        assertThat(lines(taken.get(0))).isEqualTo(lines);
        assertThat(intake.take(2)).isEmpty();
        assertThat(said).isEmpty();
    }

    @Test
    void byteOrderMarkInsideIsBelieved() throws IOException {
        byte[] packed = packed("\uFEFFAm\u00e9lie\r\nDune\r\n", StandardCharsets.UTF_16LE);

        assertThat(lines(write(packed))).containsExactly("Am\u00e9lie", "Dune");
    }

    @Test
    void damagedListIsSaidAndCostsOnlyWhatFollows() throws IOException {
        String text = IntStream.range(0, 100_000).mapToObj(i -> "Title " + i).collect(Collectors.joining("\n"));
        byte[] packed = packed(text, StandardCharsets.UTF_8);

        List<String> lines = lines(write(Arrays.copyOf(packed, packed.length / 2)));

        assertThat(lines).isNotEmpty().hasSizeLessThan(100_000).startsWith("Title 0", "Title 1");
        assertThat(said)
                .singleElement()
                .asString()
                .startsWith("list.gz is damaged, and its lines from there on are missing: ");
    }

    @Test
    void textThatIsOnlyCalledPackedIsSaidAndNotRead() throws IOException {
        assertThat(lines(write("Alien\nDune\n".getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
        assertThat(said).singleElement().asString().startsWith("list.gz is damaged, ");
    }

    private FileStretch write(byte[] bytes) throws IOException {
        Files.write(folder.resolve("list.gz"), bytes);
        return new FileStretch("list.gz", 0, bytes.length, bytes.length, 0);
    }

    private List<String> lines(FileStretch stretch) {
        List<String> lines = new ArrayList<>();
        try (StretchLines some = new StretchLines(hadoops(), stretch, 100, said::add)) {
            some.forEachRemaining(lines::add);
        }
        return lines;
    }

    private org.apache.hadoop.fs.Path hadoops() {
        return new org.apache.hadoop.fs.Path(folder.toUri());
    }

    private static byte[] packed(String text, Charset charset) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
            packing.write(text.getBytes(charset));
        }
        return bytes.toByteArray();
    }
}
