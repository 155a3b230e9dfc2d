package io.github.ratingsstream.omdb.internal.http;

import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.hc.client5.http.async.methods.AbstractBinResponseConsumer;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.util.ByteArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer as UTF-8, which is all OMDb sends, and gives up on one larger than the bound. The bound applies to
 * the bytes on the wire, and again to what they unpack to.
 */
final class BoundedBody extends AbstractBinResponseConsumer<RawAnswer> {

    /** OMDb's longest answers are a few kilobytes. */
    static final int MOST_BYTES = 1 << 20;

    private static final Set<String> GIVEN_AGAIN = Set.of("HIT", "STALE", "REVALIDATED", "UPDATING");

    private final Clock clock;
    private final BooleanSupplier unwanted;
    private final ByteArrayBuffer bytes = new ByteArrayBuffer(2048);
    private boolean gzip;
    private int status;
    private @Nullable Duration retryAfter;
    private boolean cached;

    /**
     * The supplier says whether nobody waits for the answer any more. The library sometimes loses a cancel; without
     * this check, a server that sends for ever would keep its connection for ever.
     */
    BoundedBody(Clock clock, BooleanSupplier unwanted) {
        this.clock = clock;
        this.unwanted = unwanted;
    }

    @Override
    protected void start(HttpResponse response, ContentType contentType) throws IOException {
        endIfUnwanted();
        status = response.getCode();
        gzip = isGzip(response.getFirstHeader(HttpHeaders.CONTENT_ENCODING));
        Header header = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
        retryAfter = header == null ? null : RetryAfter.parse(header.getValue(), clock);
        cached = isFromCache(response);
    }

    /** RFC 9111 has a cache say how old an answer is; Cloudflare, which is in front of OMDb, says more. */
    private static boolean isFromCache(HttpResponse response) {
        Header age = response.getFirstHeader(HttpHeaders.AGE);
        Header edge = response.getFirstHeader("CF-Cache-Status");
        return age != null && !age.getValue().strip().equals("0")
                || edge != null && GIVEN_AGAIN.contains(edge.getValue().strip().toUpperCase(Locale.ROOT));
    }

    /** Gzip is the only coding that is asked for. */
    private static boolean isGzip(@Nullable Header coding) throws IOException {
        if (coding == null || coding.getValue().equalsIgnoreCase("identity")) {
            return false;
        }
        if (coding.getValue().equalsIgnoreCase("gzip") || coding.getValue().equalsIgnoreCase("x-gzip")) {
            return true;
        }
        throw new UnsupportedEncodingException("its content coding is " + coding.getValue());
    }

    @Override
    protected int capacityIncrement() {
        return Integer.MAX_VALUE;
    }

    @Override
    protected void data(ByteBuffer source, boolean endOfStream) throws IOException {
        endIfUnwanted();
        if (bytes.length() + source.remaining() > MOST_BYTES) {
            throw new BodyTooLargeException();
        }
        int length = source.remaining();
        if (source.hasArray()) {
            bytes.append(source.array(), source.arrayOffset() + source.position(), length);
            source.position(source.limit());
        } else {
            byte[] chunk = new byte[length];
            source.get(chunk);
            bytes.append(chunk, 0, length);
        }
        if (endOfStream && gzip) {
            unpack();
        }
    }

    private void unpack() throws IOException {
        byte[] plain = Gzip.unpacked(bytes.array(), bytes.length(), MOST_BYTES);
        bytes.clear();
        bytes.append(plain, 0, plain.length);
    }

    private void endIfUnwanted() throws IOException {
        if (unwanted.getAsBoolean()) {
            throw new IOException("nobody waits for the answer");
        }
    }

    @Override
    protected RawAnswer buildResult() {
        String body = new String(bytes.array(), 0, bytes.length(), StandardCharsets.UTF_8);
        return new RawAnswer(status, body, retryAfter, cached);
    }

    @Override
    public void releaseResources() {
        bytes.clear();
    }
}
