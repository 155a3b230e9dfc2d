package io.github.ratingsstream.omdb;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A request's key as a row's: requests are too long for PostgreSQL's indexes, which end at 2.7 kB. */
final class RequestKey {

    private RequestKey() {}

    /** SHA-256 over the characters as they are: no encoding can make two keys one. */
    static byte[] hash(String key) {
        ByteBuffer characters = ByteBuffer.allocate(Character.BYTES * key.length());
        characters.asCharBuffer().put(key);
        try {
            return MessageDigest.getInstance("SHA-256").digest(characters.array());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
