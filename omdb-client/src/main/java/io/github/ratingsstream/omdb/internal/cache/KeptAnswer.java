package io.github.ratingsstream.omdb.internal.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.internal.judge.AnswerJudge;
import io.github.ratingsstream.omdb.request.OmdbRequest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One answer in memory: the bytes of its JSON, or of the text of a miss. Read, it takes some four times as much, so it is
 * kept that way only while {@link ReadLately} has room.
 */
final class KeptAnswer {

    private final byte[] text;
    private final boolean found;
    private final Instant receivedAt;
    private volatile @Nullable OmdbAnswer<?> read;

    KeptAnswer(OmdbAnswer<?> answer) {
        this.found = answer.miss().isEmpty();
        this.text = answer.json().or(answer::miss).orElse("").getBytes(UTF_8);
        this.receivedAt = answer.receivedAt();
    }

    int bytes() {
        return text.length;
    }

    void rememberRead(OmdbAnswer<?> answer) {
        read = answer;
    }

    void forgetRead() {
        read = null;
    }

    /** The answer, if it has been read lately. The cast is safe if the request has the key that this is kept under. */
    @SuppressWarnings("unchecked")
    <T> @Nullable OmdbAnswer<T> read() {
        return (OmdbAnswer<T>) read;
    }

    /** Reads the answer anew. */
    <T> Optional<OmdbAnswer<T>> readBy(AnswerJudge judge, OmdbRequest<T> request) {
        String body = new String(text, UTF_8);
        return found ? judge.reread(request, body, receivedAt) : Optional.of(AnswerJudge.rereadMiss(body, receivedAt));
    }
}
