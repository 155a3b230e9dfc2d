package io.github.ratingsstream.omdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the documents and the Javadoc show is code of the tests, which is compiled and run: either between lines {@code //
 * begin} and {@code // end} with a name, or a whole file of the package {@code guide} but for its package.
 */
class SnippetsTest {

    private static final Path ROOT = Path.of("..");
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final Pattern MARKED = Pattern.compile("(?ms)^ *// begin ([a-z ]+)\\n(.*?)^ *// end \\1$");
    private static final Pattern SHOWN = Pattern.compile("(?ms)^```java\\n(.*?)^```$");
    private static final Pattern JAVADOC = Pattern.compile("(?s)<pre>\\{@code\\n(.*?)\\n \\* *}</pre>");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/OMDB_CLIENT.md"})
    void documentShowsCodeThatIsCompiled(String document) {
        List<String> shown = shown(document);

        assertThat(shown).isNotEmpty();
        assertThat(without(code(), shown)).isEmpty();
    }

    @Test
    void javadocShowsCodeThatIsCompiled() {
        List<String> shown = javadoc();

        assertThat(shown).hasSizeGreaterThan(5);
        assertThat(without(code().stream().map(SnippetsTest::dense).toList(), shown))
                .isEmpty();
    }

    @Test
    void markedCodeIsShownSomewhere() {
        List<String> shown = new ArrayList<>(javadoc());
        Stream.of("README.md", "docs/OMDB_CLIENT.md")
                .flatMap(document -> shown(document).stream())
                .map(SnippetsTest::dense)
                .forEach(shown::add);

        assertThat(without(shown, marked().stream().map(SnippetsTest::dense).toList()))
                .isEmpty();
    }

    /** What is not among them: short where something is wrong. */
    private static List<String> without(List<String> known, List<String> looked) {
        return looked.stream().filter(code -> !known.contains(code)).toList();
    }

    private static List<String> shown(String document) {
        return SHOWN.matcher(read(ROOT.resolve(document)))
                .results()
                .map(block -> block.group(1).stripTrailing())
                .toList();
    }

    /** The formatter breaks lines by their indentation, which is another one in a comment. */
    private static List<String> javadoc() {
        return sources(Path.of("src", "main", "java"))
                .flatMap(source -> JAVADOC.matcher(read(source)).results())
                .map(block -> dense(block.group(1).replaceAll("(?m)^ *\\*", "")))
                .toList();
    }

    private static List<String> code() {
        return Stream.concat(
                        marked().stream(),
                        sources(TESTS.resolve("io/github/ratingsstream/guide"))
                                .map(file -> read(file)
                                        .replaceFirst("package [a-z.]+;\\n", "")
                                        .strip()))
                .toList();
    }

    private static List<String> marked() {
        return Stream.of("omdb-client", "ratings-stream-core", "ratings-stream-app")
                .map(module -> ROOT.resolve(module).resolve(TESTS))
                .flatMap(SnippetsTest::sources)
                .flatMap(source -> MARKED.matcher(read(source)).results())
                .map(code -> code.group(2).stripTrailing().stripIndent())
                .toList();
    }

    private static String dense(String code) {
        return code.replaceAll("\\s+", "");
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
