package io.github.ratingsstream.omdb.internal.settings;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** An OMDb key that can't be printed by accident. It is read in one place: where a request goes to
 * the wire. */
public final class ApiKey {

    private static final String MASK = "***";

    private final String value;
    private final String encoded;

    public ApiKey(String value) {
        String trimmed = value.strip();
        if (trimmed.isEmpty() || trimmed.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            // The value stays out of the message: it may be a real key with a stray character.
            throw new IllegalArgumentException(
                    "apiKey must be printable ASCII without spaces; it is " + trimmed.length() + " characters long");
        }
        this.value = trimmed;
        this.encoded = URLEncoder.encode(trimmed, StandardCharsets.UTF_8);
    }

    public static ApiKey fromEnv(String variable) {
        String key = System.getenv(variable);
        if (key == null) {
            throw new IllegalStateException("set the environment variable " + variable + " to your OMDb key");
        }
        return new ApiKey(key);
    }

    /** As it stands in a URL. */
    public String encoded() {
        return encoded;
    }

    /** OMDb's texts and HTTP errors may quote the request, so all text that leaves the client goes through here. */
    public String redact(String text) {
        return text.replace(value, MASK).replace(encoded, MASK);
    }

    @Override
    public String toString() {
        return MASK;
    }
}
