package io.github.ratingsstream.omdb.internal.http;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Unpacks what a server compressed, completely or not at all. */
final class Gzip {

    private Gzip() {}

    /**
     * Unpacks the first bytes of the array. No bytes give an empty text.
     *
     * @throws BodyTooLargeException if it is larger than the bound; no more than that is held in memory
     * @throws ZipException if it is not gzip, or not all of it
     */
    static byte[] unpacked(byte[] packed, int length, int mostBytes) throws IOException {
        if (length == 0) {
            return new byte[0];
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed, 0, length))) {
            byte[] plain = in.readNBytes(mostBytes + 1);
            if (plain.length > mostBytes) {
                throw new BodyTooLargeException();
            }
            return plain;
        } catch (EOFException e) {
            throw new ZipException("its gzip text ends early");
        }
    }
}
