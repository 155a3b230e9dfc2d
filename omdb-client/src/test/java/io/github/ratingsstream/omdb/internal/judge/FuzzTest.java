package io.github.ratingsstream.omdb.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbRecord;
import io.github.ratingsstream.omdb.internal.http.RawAnswer;
import io.github.ratingsstream.omdb.internal.settings.ApiKey;
import io.github.ratingsstream.omdb.kit.Answers;
import io.github.ratingsstream.omdb.kit.Described;
import io.github.ratingsstream.omdb.request.EpisodeRequest;
import io.github.ratingsstream.omdb.request.OmdbRequest;
import io.github.ratingsstream.omdb.request.SearchRequest;
import io.github.ratingsstream.omdb.request.SeasonRequest;
import io.github.ratingsstream.omdb.request.TitleRequest;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever comes, the judge gives a typed answer or a typed error with a short message, in bounded time and memory; and
 * whatever answer comes out, none of its accessors throws.
 */
class FuzzTest {

    private static final int INPUTS = Integer.getInteger("fuzz.inputs", 20_000);
    private static final long MOST_CPU_NANOS = 5_000_000_000L;
    private static final long MOST_BYTES_A_CHARACTER = 400;

    private static final List<OmdbRequest<? extends OmdbRecord>> REQUESTS = List.of(
            TitleRequest.byTitle("any"),
            SearchRequest.of("any"),
            SeasonRequest.byTitle("any", 1),
            EpisodeRequest.byTitle("any", 1, 1));

    private static final List<Integer> STATUSES = List.of(200, 200, 200, 401, 403, 503);

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final AnswerJudge judge = new AnswerJudge(new ApiKey("5ec2e7a1"));

    @Test
    @Timeout(value = 600, threadMode = ThreadMode.SEPARATE_THREAD)
    void mutatedAnswersEndAsAnAnswerOrATypedError() {
        List<String> seeds =
                new ArrayList<>(Answers.names().stream().map(Answers::body).toList());
        seeds.add("{\"Response\":\"False\",\"Error\":\"Movie not found!\"}");
        seeds.add(
                "{\"Response\":\"False\",\"Error\":\"Conversion from string \"one\" to type 'Double' is not valid.\"}");
        seeds.add("{\"Title\":\"Miliardi\\Millions\",\"Plot\":\"a \\\\\"twice\\\\\" \u0008\",\"Response\":\"True\"}");
        Mutations mutations = new Mutations(20_261_124, seeds);
        int found = 0;
        for (int i = 0; i < INPUTS; i++) {
            String body = mutations.next();
            int status = mutations.any(STATUSES);
            for (int request = 0; request < 2; request++) {
                found += check(mutations.any(REQUESTS), new RawAnswer(status, body)) ? 1 : 0;
            }
        }
        // Were nearly all of them refused at the first character, this would prove little.
        assertThat(found).isGreaterThan(INPUTS / 10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "\\",
                "\\\\",
                "\\\"",
                "\\\\\"",
                "\\u0041",
                "\\ud800",
                "\",\"",
                "\",\"a",
                "\" ",
                "\" , ",
                "\"}",
                "\" } ",
                "\"] ",
                "\",{",
                "\":\"",
                "\",\"a\":\"",
                "\"a\":\"\",",
                "\"},{\"a\":\"",
                "{",
                "[",
                "{\"a\":",
                "[{",
                "{},",
                "},{",
                "1,",
                "9",
                "(",
                "(,",
                ",",
                "&",
                "&amp;",
                "&#39;",
                "&a",
                "\u0000",
                " ",
                "\n",
                "é",
                "\uD83C",
                "N/A"
            })
    @Timeout(value = 600, threadMode = ThreadMode.SEPARATE_THREAD)
    void stormsOfAMegabyteAreReadInBoundedTimeAndMemory(String piece) {
        String storm = piece.repeat((1 << 20) / piece.length());
        check(REQUESTS.get(0), new RawAnswer(200, "{" + storm));
        check(
                REQUESTS.get(0),
                new RawAnswer(200, "{\"Title\":\"T\",\"Writer\":\"" + storm + "\",\"Response\":\"True\"}"));
        check(REQUESTS.get(0), new RawAnswer(200, "{\"Response\":\"False\",\"Error\":\"" + storm + "\"}"));
        check(REQUESTS.get(1), new RawAnswer(200, "{\"Search\":[" + storm + "],\"totalResults\":\"1\""));
        check(REQUESTS.get(1), new RawAnswer(200, "{\"Search\":[{\"Title\":\"" + storm + "\",\"Year\":\"2008\"}]}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Year", "Released", "Runtime", "BoxOffice", "imdbVotes", "imdbRating", "Metascore", "Writer"})
    @Timeout(value = 600, threadMode = ThreadMode.SEPARATE_THREAD)
    void storedTextsOfAMegabyteAreReadInBoundedTime(String field) {
        for (String piece : List.of("1", "1,", "1,000", ",000", "1 ", " ", "$1", "a", "(", "2008–", "1 h ")) {
            String storm = piece.repeat((1 << 20) / piece.length());
            check(
                    REQUESTS.get(0),
                    new RawAnswer(200, "{\"Title\":\"T\",\"" + field + "\":\"" + storm + "\",\"Response\":\"True\"}"));
        }
    }

    /** Whether there was an answer with a value. */
    private boolean check(OmdbRequest<? extends OmdbRecord> request, RawAnswer raw) {
        long start = THREADS.getCurrentThreadCpuTime();
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        boolean found = end(request, raw);
        long spent = THREADS.getCurrentThreadCpuTime() - start;
        long bytes = THREADS.getCurrentThreadAllocatedBytes() - allocated;
        if (spent > MOST_CPU_NANOS || bytes > 4_000_000 + raw.body().length() * MOST_BYTES_A_CHARACTER) {
            throw new AssertionError(spent + " ns and " + bytes + " bytes for " + shown(raw));
        }
        return found;
    }

    private boolean end(OmdbRequest<? extends OmdbRecord> request, RawAnswer raw) {
        try {
            OmdbAnswer<? extends OmdbRecord> answer = judge.judge(request, raw);
            answer.value().ifPresent(FuzzTest::walk);
            return answer.value().isPresent();
        } catch (OmdbException typed) {
            String message = Objects.requireNonNull(typed.getMessage());
            if (message.isBlank() || message.length() > 300 || message.chars().anyMatch(Character::isISOControl)) {
                throw new AssertionError("not a short message: " + message);
            }
            return false;
        } catch (RuntimeException | StackOverflowError bug) {
            throw new AssertionError(bug + " for " + shown(raw), bug);
        }
    }

    /** Every accessor of every row. */
    private static void walk(OmdbRecord record) {
        Described.of(record);
        record.fields();
        if (record.hashCode() != record.hashCode()
                || !record.equals(record)
                || record.toString().isEmpty()) {
            throw new AssertionError("not a value: " + record.fields());
        }
    }

    private static String shown(RawAnswer raw) {
        String body = raw.body();
        return raw.status() + " "
                + (body.length() > 3000 ? body.substring(0, 3000) + "… (" + body.length() + ")" : body);
    }
}
