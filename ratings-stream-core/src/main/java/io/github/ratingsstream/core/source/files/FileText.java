package io.github.ratingsstream.core.source.files;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How a file's bytes are text: by the byte order mark it begins with, and without one as UTF-8.
 *
 * @param charset UTF-8, UTF-16LE or UTF-16BE
 * @param mark the length of the byte order mark, in bytes; 0 if there is none
 */
record FileText(Charset charset, int mark) {

    /** In bytes. */
    static final int MOST_MARK = 3;

    /** By the first bytes of a file. */
    static FileText of(byte[] begin) {
        for (Charset charset :
                new Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            byte[] mark = "\uFEFF".getBytes(charset);
            if (begin.length >= mark.length && Arrays.equals(mark, Arrays.copyOf(begin, mark.length))) {
                return new FileText(charset, mark.length);
            }
        }
        return new FileText(StandardCharsets.UTF_8, 0);
    }

    /** The size of a character's smallest part, in bytes. */
    int unit() {
        return "\n".getBytes(charset).length;
    }
}
