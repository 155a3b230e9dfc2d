package io.github.ratingsstream.omdb.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.simulator.EmbeddedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.impl.bootstrap.AsyncServerBootstrap;
import org.apache.hc.core5.http.nio.AsyncRequestConsumer;
import org.apache.hc.core5.http.nio.AsyncServerRequestHandler;
import org.apache.hc.core5.http.nio.entity.DiscardingEntityConsumer;
import org.apache.hc.core5.http.nio.support.AsyncResponseBuilder;
import org.apache.hc.core5.http.nio.support.BasicRequestConsumer;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compressed answers are asked for, read, and bounded by what they become. */
class GzipTest {

    private static final String ALIEN = "{\"Title\":\"Alien\",\"imdbRating\":\"8.5\",\"Response\":\"True\"}";

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip"})
    void compressedAnswerIsRead(String coding) throws Exception {
        Answers answers = new Answers(coding, gzip(ALIEN));

        assertThat(ask(answers).value().orElseThrow().title()).isEqualTo("Alien");
        assertThat(answers.acceptEncoding).isEqualTo("gzip");
    }

    @Test
    void answerWithoutCompressionIsReadAsItIs() throws Exception {
        assertThat(ask(new Answers("identity", ALIEN.getBytes(StandardCharsets.UTF_8)))
                        .value())
                .isPresent();
    }

    @Test
    void bombIsRefusedInBoundedMemory() throws Exception {
        byte[] bomb = gzip(64 << 20);
        assertThat(bomb).hasSizeLessThan(BoundedBody.MOST_BYTES);
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        assertThatThrownBy(() -> Gzip.unpacked(bomb, bomb.length, BoundedBody.MOST_BYTES))
                .isInstanceOf(BodyTooLargeException.class);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(4L * BoundedBody.MOST_BYTES);
        assertMalformed(new Answers("gzip", bomb), "the answer is larger than");
    }

    @Test
    void headerWithoutAnEndIsRefused() throws Exception {
        byte[] endless = new byte[BoundedBody.MOST_BYTES];
        Arrays.fill(endless, (byte) 'x');
        // The header of a gzip file that says a file's name follows.
        System.arraycopy(new byte[] {0x1f, (byte) 0x8b, 8, 8, 0, 0, 0, 0, 0, 0}, 0, endless, 0, 10);

        assertMalformed(new Answers("gzip", endless), "its gzip text ends early");
    }

    @Test
    void answerCutShortIsNotTakenForWhole() throws Exception {
        byte[] whole = gzip(ALIEN);

        assertMalformed(new Answers("gzip", Arrays.copyOf(whole, whole.length - 8)), "its gzip text ends early");
    }

    @Test
    void answerThatIsNotGzipIsRefused() throws Exception {
        assertMalformed(new Answers("gzip", ALIEN.getBytes(StandardCharsets.UTF_8)), "Not in GZIP format");
    }

    @Test
    void codingNobodyAskedForIsNamed() throws Exception {
        assertMalformed(new Answers("br", new byte[] {1, 2, 3}), "its content coding is br");
    }

    @Test
    void emptyAnswerIsAnEmptyAnswer() throws Exception {
        assertMalformed(new Answers("gzip", new byte[0]), "an empty answer");
    }

    private static void assertMalformed(Answers answers, String message) {
        OmdbException error = catchThrowableOfType(OmdbException.class, () -> ask(answers));

        assertThat(error.reason()).isEqualTo(Reason.MALFORMED);
        assertThat(error).hasMessageContaining(message);
        assertThat(error.calls()).isEqualTo(1);
    }

    private static OmdbAnswer<OmdbTitle> ask(Answers answers) throws Exception {
        try (EmbeddedServer server = new EmbeddedServer(
                        URIScheme.HTTP,
                        (listener, decorator) -> AsyncServerBootstrap.bootstrap()
                                .setCanonicalHostName("localhost")
                                .register("*", answers)
                                .create());
                OmdbClient client =
                        OmdbClient.builder().apiKey("any").baseUrl(server.url()).build()) {
            return client.byTitle("Alien");
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(int blanks) throws IOException {
        return gzip(" ".repeat(blanks));
    }

    /** The same bytes for every request. */
    private static final class Answers implements AsyncServerRequestHandler<Message<HttpRequest, Void>> {

        private final String coding;
        private final byte[] body;
        private volatile String acceptEncoding = "";

        Answers(String coding, byte[] body) {
            this.coding = coding;
            this.body = body;
        }

        @Override
        public AsyncRequestConsumer<Message<HttpRequest, Void>> prepare(
                HttpRequest request, org.apache.hc.core5.http.EntityDetails entity, HttpContext context) {
            return new BasicRequestConsumer<>(entity == null ? null : new DiscardingEntityConsumer<>());
        }

        @Override
        public void handle(Message<HttpRequest, Void> request, ResponseTrigger trigger, HttpContext context)
                throws org.apache.hc.core5.http.HttpException, IOException {
            acceptEncoding = Optional.ofNullable(request.getHead().getFirstHeader("Accept-Encoding"))
                    .map(header -> header.getValue())
                    .orElse("");
            trigger.submitResponse(
                    AsyncResponseBuilder.create(200)
                            .setHeader("Content-Encoding", coding)
                            .setEntity(body, ContentType.APPLICATION_JSON)
                            .build(),
                    context);
        }
    }
}
