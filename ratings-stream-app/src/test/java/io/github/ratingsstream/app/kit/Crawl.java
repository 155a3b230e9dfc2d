package io.github.ratingsstream.app.kit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads a Spark UI as a curious person would: every page that a link leads to, and the JSON behind them. */
public final class Crawl {

    private static final int MOST_PAGES = 300;
    private static final Pattern LINK = Pattern.compile("(?:href|src)=[\"']([^\"'#]+)");
    private static final Pattern APPLICATION = Pattern.compile("\"id\" : \"([^\"]+)\"");
    private static final List<String> REST = List.of(
            "",
            "jobs",
            "stages?details=true&withSummaries=true",
            "executors",
            "allexecutors",
            "environment",
            "storage/rdd",
            "streaming/statistics",
            "streaming/receivers",
            "streaming/batches",
            "logs");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofMinutes(1)).build();
    private final Map<URI, String> read = new LinkedHashMap<>();
    private final Queue<URI> toRead = new ArrayDeque<>();
    private final URI root;

    private Crawl(URI root) {
        this.root = root;
    }

    /** What each address answered. */
    public static Map<URI, String> of(URI root) throws IOException, InterruptedException {
        Crawl crawl = new Crawl(root);
        crawl.toRead.addAll(List.of(root, root.resolve("/metrics/json/"), root.resolve("/api/v1/applications")));
        crawl.toRead.add(root.resolve("/executors/threadDump/?executorId=driver"));
        crawl.toRead.add(root.resolve("/executors/heapHistogram/?executorId=driver"));
        crawl.run();
        return crawl.read;
    }

    private void run() throws IOException, InterruptedException {
        while (!toRead.isEmpty() && read.size() < MOST_PAGES) {
            URI next = toRead.remove();
            if (isWorthReading(next)) {
                HttpRequest request = HttpRequest.newBuilder(next)
                        .timeout(Duration.ofMinutes(1))
                        .build();
                // Latin-1, so that no byte is lost.
                String page = http.send(request, BodyHandlers.ofString(StandardCharsets.ISO_8859_1))
                        .body();
                read.put(next, page);
                follow(next, page);
            }
        }
    }

    private boolean isWorthReading(URI page) {
        return root.getAuthority().equals(page.getAuthority())
                && !read.containsKey(page)
                && !page.getPath().contains("kill")
                && !page.getPath().startsWith("/static");
    }

    private void follow(URI page, String text) {
        LINK.matcher(text).results().map(link -> link.group(1)).forEach(link -> add(page, link.replace("&amp;", "&")));
        if (page.getPath().equals("/api/v1/applications")) {
            for (MatchResult application : APPLICATION.matcher(text).results().toList()) {
                REST.forEach(path -> add(page, "/api/v1/applications/" + application.group(1) + "/" + path));
            }
        }
    }

    private void add(URI page, String link) {
        try {
            toRead.add(page.resolve(link));
        } catch (IllegalArgumentException ignored) {
            // Not an address: a script's placeholder.
        }
    }
}
