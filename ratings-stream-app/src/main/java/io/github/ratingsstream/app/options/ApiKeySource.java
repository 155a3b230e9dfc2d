package io.github.ratingsstream.app.options;

import io.github.ratingsstream.core.notice.UserError;
import io.github.ratingsstream.omdb.OmdbClient;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Finds the key on the driver: in the given file, else in the environment. No message contains it. */
public final class ApiKeySource {

    private static final String PROPERTY = "omdb.api.key";
    private static final int MOST_BYTES = 64 * 1024;

    private ApiKeySource() {}

    /**
     * Finds the key.
     *
     * @param file the file of the options, if there is one
     * @param environment the process's environment variables
     * @return the key
     * @throws UserError if there is none
     */
    public static String find(Optional<Path> file, Map<String, String> environment) {
        String key = file.map(ApiKeySource::fromFile)
                .or(() -> Optional.ofNullable(environment.get(OmdbClient.KEY_VARIABLE)))
                .map(String::strip)
                .orElseThrow(() -> new UserError("no OMDb key: set the environment variable " + OmdbClient.KEY_VARIABLE
                        + " or give --api-key-file (free keys: omdbapi.com/apikey.aspx); --offline needs none"));
        return checked(key, file.isPresent() ? "the file of --api-key-file" : OmdbClient.KEY_VARIABLE);
    }

    private static String checked(String key, String place) {
        if (key.isEmpty()) {
            throw new UserError(place + " holds no key");
        }
        try {
            OmdbClient.builder().apiKey(key);
        } catch (IllegalArgumentException e) {
            throw new UserError(place + " holds something that is not a key: "
                    + e.getMessage().replaceFirst("^apiKey", "it"));
        }
        return key;
    }

    private static String fromFile(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new UserError("the file of --api-key-file is too large to hold a key: " + file);
            }
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return text.contains(PROPERTY) ? fromProperties(text) : text;
        } catch (IOException e) {
            throw new UserError("the file of --api-key-file can't be read: " + file);
        }
    }

    private static String fromProperties(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty(PROPERTY, "");
    }
}
