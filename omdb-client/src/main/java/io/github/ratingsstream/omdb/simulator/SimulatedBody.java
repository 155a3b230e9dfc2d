package io.github.ratingsstream.omdb.simulator;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.impl.BasicEntityDetails;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.apache.hc.core5.http.nio.DataStreamChannel;

/** Writes an answer to the wire, as far as its ending lets it. */
final class SimulatedBody {

    private static final long DRIP_MILLIS = 20;

    /** OMDb sends these with every answer, errors included; {@code Vary: *} keeps HTTP caches from storing any. */
    private static final Map<String, String> USUAL_HEADERS = Map.of(
            "Cache-Control", "public, max-age=86400",
            "Vary", "*, Accept-Encoding",
            "CF-Cache-Status", "MISS",
            "Server", "cloudflare");

    private final SimulatedAnswer answer;
    private final ByteBuffer bytes;
    private final ScheduledExecutorService timer;
    private final Runnable onEnd;
    private volatile boolean dripDue = true;

    /** The action runs before the last bytes are sent, as whoever has the whole answer may ask again at once. */
    SimulatedBody(SimulatedAnswer answer, ScheduledExecutorService timer, Runnable onEnd) {
        this.answer = answer;
        this.bytes = ByteBuffer.wrap(answer.body().getBytes(StandardCharsets.UTF_8));
        this.timer = timer;
        this.onEnd = onEnd;
    }

    HttpResponse head() {
        HttpResponse response = new BasicHttpResponse(answer.status());
        USUAL_HEADERS.forEach(response::setHeader);
        response.setHeader(
                "Expires",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        ZonedDateTime.now(ZoneOffset.UTC).plusHours(1)));
        answer.headers().forEach(response::setHeader);
        return response;
    }

    EntityDetails entity() {
        // Chunked, as OMDb's answers are.
        return new BasicEntityDetails(-1, ContentType.parse(answer.contentType()));
    }

    /** An empty body has to be asked to produce too, because that is when its stream ends. */
    int available() {
        if (drips()) {
            return dripDue ? 1 : 0;
        }
        return Math.max(1, bytes.remaining());
    }

    void produce(DataStreamChannel channel) throws IOException {
        switch (answer.ending()) {
            case DRIP -> drip(channel);
            case CUT_OFF -> {
                channel.write(bytes.slice(0, bytes.capacity() / 2));
                throw new IOException("the simulator cuts the answer off");
            }
            default -> {
                channel.write(bytes);
                if (!bytes.hasRemaining()) {
                    onEnd.run();
                    channel.endStream(null);
                }
            }
        }
    }

    private void drip(DataStreamChannel channel) throws IOException {
        channel.write(ByteBuffer.wrap(new byte[] {' '}));
        dripDue = false;
        try {
            timer.schedule(
                    () -> {
                        dripDue = true;
                        channel.requestOutput();
                    },
                    DRIP_MILLIS,
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            throw new IOException("the simulator is closed", e);
        }
    }

    private boolean drips() {
        return answer.ending() == Fault.Ending.DRIP;
    }
}
