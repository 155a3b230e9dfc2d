package io.github.ratingsstream.core.io;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Names of files in any locale. */
class FolderFilesTest {

    @TempDir
    Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void namesAreReadWhateverTheLocale() throws Exception {
        for (String locale : List.of("C", "C.UTF-8")) {
            assertThat(inLocale(locale, "Am\u00e9lie.txt", "\u5343\u3068 10:30.txt", "plain"))
                    .as(locale)
                    .containsExactlyInAnyOrder("Am\u00e9lie.txt: Dune", "\u5343\u3068 10:30.txt: Dune", "plain: Dune");
        }
    }

    @Test
    void pathIsSpeltIfNoLetterIsLost() {
        assertThat(FolderFiles.canSpell("gr\u00f6\u00dfe", UTF_8)).isTrue();
        assertThat(FolderFiles.canSpell("what?", UTF_8)).isTrue();
        assertThat(FolderFiles.canSpell("jdbc:postgresql://db/x?currentSchema=a", US_ASCII))
                .isTrue();
        assertThat(FolderFiles.canSpell("gr\u00f6\u00dfe", US_ASCII)).isFalse();
        assertThat(FolderFiles.canSpell("gr????e", US_ASCII)).isFalse();
        assertThat(FolderFiles.canSpell("gr\uFFFDe", UTF_8)).isFalse();
    }

    /** The files are written by the bytes of their names: this JVM's locale may be C too. */
    private List<String> inLocale(String locale, String... names) throws Exception {
        Path titles = Files.createDirectory(folder.resolve(locale));
        for (String name : names) {
            Files.writeString(Path.of(new java.net.URI(titles.toUri() + escaped(name))), "Dune");
        }
        Path said = folder.resolve(locale + ".out");
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Lister.class.getName(),
                titles.toString());
        java.environment().put("LC_ALL", locale);
        Process process = java.redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
        return Files.readAllLines(said, UTF_8);
    }

    private static String escaped(String name) {
        StringBuilder escaped = new StringBuilder();
        for (byte one : name.getBytes(UTF_8)) {
            escaped.append(String.format("%%%02X", one));
        }
        return escaped.toString();
    }

    /** Prints the names and texts of a folder's files. */
    static final class Lister {

        private Lister() {}

        public static void main(String[] args) throws IOException {
            org.apache.hadoop.fs.Path folder = HadoopFiles.qualified(args[0]);
            PrintStream out = new PrintStream(System.out, true, UTF_8);
            for (FileStatus file : FolderFiles.list(folder)) {
                String name = file.getPath().getName();
                try (InputStream in = FolderFiles.open(folder, name, 0)) {
                    out.println(name + ": " + new String(in.readAllBytes(), UTF_8));
                }
            }
        }
    }
}
