package io.github.ratingsstream.core.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pairs of a text and what CPython 3.11's repr writes for it. */
class PythonTextTest {

    static Stream<Arguments> pairs() {
        return Stream.of(
                Arguments.of("Inception", "'Inception'"),
                Arguments.of("Amélie", "'Amélie'"),
                Arguments.of("千と千尋の神隠し", "'千と千尋の神隠し'"),
                Arguments.of("Schindler's List", "\"Schindler's List\""),
                Arguments.of("The \"Best\" Man", "'The \"Best\" Man'"),
                Arguments.of("It's \"It\"", "'It\\'s \"It\"'"),
                Arguments.of("a\\b", "'a\\\\b'"),
                Arguments.of("a\tb\nc\rd", "'a\\tb\\nc\\rd'"),
                Arguments.of("\u0000\u001b\u007f\u0085\u00a0\u00ad", "'\\x00\\x1b\\x7f\\x85\\xa0\\xad'"),
                Arguments.of("\u200b\u2028\u3000\ufeff\ue000", "'\\u200b\\u2028\\u3000\\ufeff\\ue000'"),
                Arguments.of("\ud83c", "'\\ud83c'"),
                Arguments.of("🎬", "'🎬'"),
                Arguments.of("\udb40\udc01", "'\\U000e0001'"),
                Arguments.of("", "''"));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void textIsWrittenAsPythonWritesIt(String text, String repr) {
        assertThat(PythonText.repr(text)).isEqualTo(repr);
    }
}
