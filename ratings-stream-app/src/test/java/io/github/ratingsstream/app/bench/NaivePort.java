package io.github.ratingsstream.app.bench;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.apache.spark.api.java.function.Function;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/** The Python script's function, line by line: a connection for each title, one call at a time. */
final class NaivePort implements Function<String, @Nullable Tuple2<String, String>> {

    private static final long serialVersionUID = 1;

    private final URI base;

    NaivePort(URI base) {
        this.base = base;
    }

    @Override
    public @Nullable Tuple2<String, String> call(String title) throws IOException, InterruptedException {
        URI uri = URI.create(base + "?apikey=bench&t=" + URLEncoder.encode(title, StandardCharsets.UTF_8));
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            return null;
        }
        JsonObject movie = new Gson().fromJson(response.body(), JsonObject.class);
        return new Tuple2<>(
                movie.get("Title").getAsString(), movie.get("imdbRating").getAsString());
    }
}
