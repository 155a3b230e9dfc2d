package io.github.ratingsstream.omdb.store.jdbc;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes a request's key for a table's index: PostgreSQL indexes up to 2.7 kB, and a request can be longer. */
final class KeyHash {

    private KeyHash() {}

    /** SHA-256 over the characters as they are, since an encoding could make two keys one. */
    static byte[] of(String key) {
        ByteBuffer characters = ByteBuffer.allocate(Character.BYTES * key.length());
        characters.asCharBuffer().put(key);
        try {
            return MessageDigest.getInstance("SHA-256").digest(characters.array());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
