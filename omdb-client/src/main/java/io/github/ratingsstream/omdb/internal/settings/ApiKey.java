package io.github.ratingsstream.omdb.internal.settings;

import io.github.ratingsstream.omdb.answer.OmdbException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An OMDb key that can't be printed by accident. It is read in one place: where a request goes to the wire. */
public final class ApiKey {

    private static final String MASK = "***";
    private static final Pattern PART_OF_A_URL = Pattern.compile("://|[?&]|apikey=", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTES = Pattern.compile("[\"'`\u2018\u2019\u201C\u201D]");
    private static final Pattern BRACKETS = Pattern.compile("[\\[\\](){}<>]");
    /** OMDb gives out eight hexadecimal digits; nobody knows whether it always has. */
    private static final Pattern KEY = Pattern.compile("[0-9A-Za-z._~+/=-]+");

    /** A shorter one may be part of an ordinary word, as "any" is of "many". No key that OMDb gives out is. */
    private static final int LONG_ENOUGH_TO_BE_UNIQUE = 8;

    private final String encoded;
    private final Pattern secret;

    public ApiKey(String value) {
        String trimmed = value.strip();
        refuseWhatIsNoKey(trimmed);
        this.encoded = URLEncoder.encode(trimmed, StandardCharsets.UTF_8);
        String either = "(?:" + Pattern.quote(trimmed) + "|" + Pattern.quote(encoded) + ")";
        this.secret = Pattern.compile(
                trimmed.length() < LONG_ENOUGH_TO_BE_UNIQUE ? "(?<!\\p{Alnum})" + either + "(?!\\p{Alnum})" : either);
    }

    /** The text stays out of the messages: it may be a real key with something around it. */
    private static void refuseWhatIsNoKey(String text) {
        refuse(text.isEmpty(), "apiKey is empty");
        refuse(PART_OF_A_URL.matcher(text).find(), "apiKey is a URL or a part of one: give only what follows apikey=");
        refuse(QUOTES.matcher(text).find(), "apiKey has quotes in it: leave them out");
        refuse(BRACKETS.matcher(text).find(), "apiKey has brackets in it: leave them out");
        refuse(text.chars().noneMatch(Character::isLetterOrDigit), "apiKey has no letter or digit in it");
        String length = "; it is " + text.length() + " characters long";
        refuse(
                text.chars().anyMatch(c -> c <= ' ' || c > '~'),
                "apiKey must be printable ASCII without spaces" + length);
        refuse(!KEY.matcher(text).matches(), "apiKey has a character that is in no key" + length);
    }

    private static void refuse(boolean isWrong, String message) {
        if (isWrong) {
            throw new IllegalArgumentException(message);
        }
    }

    /**
     * The key in an environment variable.
     *
     * @throws OmdbException REFUSED_KEY if there is none, or no key: who asks with it catches that type anyway
     */
    public static ApiKey fromEnv(String variable) {
        return fromVariable(variable, System.getenv(variable));
    }

    static ApiKey fromVariable(String variable, @Nullable String key) {
        if (key == null || key.isBlank()) {
            throw refused("there is no API key; set the environment variable " + variable + " to yours");
        }
        try {
            return new ApiKey(key);
        } catch (IllegalArgumentException e) {
            throw refused("the environment variable " + variable + " holds no API key; " + e.getMessage());
        }
    }

    private static OmdbException refused(String message) {
        return new OmdbException(OmdbException.Reason.REFUSED_KEY, false, message).unsent();
    }

    /** As it stands in a URL. */
    public String encoded() {
        return encoded;
    }

    /**
     * OMDb's texts and HTTP errors may quote the request, so all text that leaves the client goes through here. A key of
     * fewer than eight characters is taken out only where it stands alone.
     */
    public String redact(String text) {
        return secret.matcher(text).replaceAll(MASK);
    }

    @Override
    public String toString() {
        return MASK;
    }
}
