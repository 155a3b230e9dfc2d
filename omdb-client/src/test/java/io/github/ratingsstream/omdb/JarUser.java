package io.github.ratingsstream.omdb;

import com.google.gson.stream.JsonReader;
import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import java.net.URI;
import java.nio.file.Path;

/** A program that uses the client, run by {@link JarIT} in a JVM of its own: prints what each title came to. */
final class JarUser {

    private JarUser() {}

    /** Takes the server's address, the key, and titles. */
    public static void main(String[] args) throws Exception {
        System.out.println("gson: " + jarOf(JsonReader.class));
        System.out.println("client: " + jarOf(OmdbClient.class));
        try (OmdbClient omdb = OmdbClient.builder()
                .apiKey(args[1])
                .baseUrl(URI.create(args[0]))
                .retries(0)
                .build()) {
            for (int i = 2; i < args.length; i++) {
                System.out.println(outcome(omdb, args[i]));
            }
        }
    }

    private static String outcome(OmdbClient omdb, String title) {
        try {
            OmdbAnswer<OmdbTitle> answer = omdb.byTitle(title);
            return answer.value()
                    .map(found -> "found: " + found.title())
                    .orElseGet(() -> "missed: " + answer.miss().orElseThrow());
        } catch (OmdbException e) {
            return "failed: " + e.reason();
        }
    }

    private static Path jarOf(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .getFileName();
    }
}
