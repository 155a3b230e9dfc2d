package io.github.ratingsstream.omdb.internal.judge;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Breaks an answer at random, in ways that texts, JSON and HTML break. The same seed gives the same breakage. */
final class Mutations {

    private static final Pattern STRING_VALUE = Pattern.compile(":\"([^\"\\\\]{0,500})\"");

    private static final List<String> PIECES = List.of(
            "\"",
            "\\",
            "\\\\",
            "\\\"",
            "\\\\\"",
            "\\u",
            "\\u12",
            "\\ud800",
            "\\s",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\":\"",
            "\",\"",
            "\"}",
            "{}",
            "[]",
            "[{",
            "}]",
            "null",
            "true",
            "NaN",
            "-",
            "0",
            "1e999",
            "/*",
            "//",
            "#",
            "'",
            ";",
            "=",
            "=>",
            "N/A",
            "&amp;",
            "&#39;",
            "&#x",
            "&#9999999;",
            "&#xD800;",
            "&",
            "<",
            "\u0000",
            "\u0008",
            "\u001A",
            "\t",
            "\n",
            "\r",
            "\u007F",
            "\u0085",
            "\u2028",
            "\uFEFF",
            "\uFFFF",
            "\uD83C",
            "\uDFFF",
            "é",
            "–",
            "(",
            ")",
            ")]}'\n");

    private static final List<String> OTHER_TYPES = List.of(
            "1",
            "-1.5",
            "1e400",
            "12345678901234567890123456789",
            "true",
            "false",
            "null",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "[\"a\",1,true,null]",
            "[{}]",
            "[{\"Title\":1}]",
            "{\"Title\":\"x\"}",
            "[{\"Title\":[{\"a\":1}]}]",
            "\"\"",
            "[{\"Source\":1,\"Value\":2},{\"Source\":\"S\"},{\"Value\":\"9/0\"},3,\"x\"]");

    private final Random random;
    private final List<String> seeds;
    private final List<UnaryOperator<String>> ways = List.of(
            this::flip,
            this::cut,
            this::repeat,
            this::truncate,
            this::insert,
            this::insert,
            this::insert,
            this::swapType,
            this::swapType,
            this::splice,
            this::hugeNumber,
            this::storm,
            this::nest);

    Mutations(long seed, List<String> seeds) {
        this.random = new Random(seed);
        this.seeds = seeds;
    }

    /** One of the seeds with one to six things wrong. */
    String next() {
        String body = any(seeds);
        for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
            body = any(ways).apply(body);
        }
        return body;
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private int place(String body) {
        return random.nextInt(body.length() + 1);
    }

    private int end(String body, int from, int most) {
        return Math.min(body.length(), from + random.nextInt(most));
    }

    private String flip(String body) {
        int at = place(body);
        if (at == body.length()) {
            return body;
        }
        char flipped = (char) (body.charAt(at) ^ (1 << random.nextInt(16)));
        return body.substring(0, at) + flipped + body.substring(at + 1);
    }

    private String cut(String body) {
        int from = place(body);
        return body.substring(0, from) + body.substring(end(body, from, 80));
    }

    private String repeat(String body) {
        int from = place(body);
        int end = end(body, from, 300);
        return body.substring(0, end) + body.substring(from);
    }

    private String truncate(String body) {
        return random.nextInt(4) == 0 ? body.substring(0, place(body)) : body;
    }

    private String insert(String body) {
        int at = place(body);
        return body.substring(0, at) + any(PIECES) + body.substring(at);
    }

    private String swapType(String body) {
        Matcher value = STRING_VALUE.matcher(body);
        return value.find(place(body))
                ? body.substring(0, value.start()) + ":" + any(OTHER_TYPES) + body.substring(value.end())
                : body;
    }

    private String splice(String body) {
        String other = any(seeds);
        return body.substring(0, place(body)) + other.substring(place(other));
    }

    private String hugeNumber(String body) {
        String digits = any(List.of("9", "0", "1.", "-", "1e", "1,000", "٣")).repeat(1 + random.nextInt(400));
        Matcher value = STRING_VALUE.matcher(body);
        return value.find(place(body))
                ? body.substring(0, value.start(1)) + digits + body.substring(value.end(1))
                : body;
    }

    private String storm(String body) {
        int at = place(body);
        return body.substring(0, at) + any(PIECES).repeat(random.nextInt(300)) + body.substring(at);
    }

    private String nest(String body) {
        int depth = random.nextInt(100) == 0 ? 100_000 : random.nextInt(300);
        String open = any(List.of("[", "{\"a\":", "[{\"Search\":", "[[{\"b\":["));
        int at = random.nextBoolean() ? Math.max(0, body.indexOf(':') + 1) : place(body);
        return body.substring(0, at) + open.repeat(depth) + body.substring(at);
    }
}
