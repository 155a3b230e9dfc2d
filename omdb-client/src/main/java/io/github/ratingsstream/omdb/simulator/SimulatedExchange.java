package io.github.ratingsstream.omdb.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.nio.AsyncServerExchangeHandler;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.ResponseChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.net.WWWFormCodec;

/** One request and its answer on the simulator's side; the answer is sent when its latency is over. */
final class SimulatedExchange implements AsyncServerExchangeHandler {

    /** Decides how a request is answered. */
    interface Judge {

        SimulatedAnswer judge(ReceivedRequest received);
    }

    private final Judge judge;
    private final Clock clock;
    private final long latencyNanos;
    private final ScheduledExecutorService timer;
    private final AtomicInteger underWay;
    private final AtomicBoolean counted = new AtomicBoolean();
    private volatile Optional<SimulatedBody> body = Optional.empty();

    SimulatedExchange(
            Judge judge, Clock clock, long latencyNanos, ScheduledExecutorService timer, AtomicInteger underWay) {
        this.judge = judge;
        this.clock = clock;
        this.latencyNanos = latencyNanos;
        this.timer = timer;
        this.underWay = underWay;
    }

    @Override
    public void handleRequest(HttpRequest request, EntityDetails entity, ResponseChannel channel, HttpContext context)
            throws HttpException, IOException {
        underWay.incrementAndGet();
        counted.set(true);
        Map<String, String> parameters = parameters(request);
        String apiKey = Optional.ofNullable(parameters.remove("apikey")).orElse("");
        Header userAgent = request.getFirstHeader(HttpHeaders.USER_AGENT);
        SimulatedAnswer answer = judge.judge(new ReceivedRequest(
                new SimulatedRequest(parameters, clock.instant()),
                request.getRequestUri(),
                apiKey,
                userAgent == null ? null : userAgent.getValue()));
        switch (answer.ending()) {
            case RESET -> throw new IOException("the simulator resets the connection");
            case NEVER -> {}
            default -> answerLater(answer, channel, context);
        }
    }

    private void answerLater(SimulatedAnswer answer, ResponseChannel channel, HttpContext context)
            throws HttpException, IOException {
        SimulatedBody toSend = new SimulatedBody(answer, timer, this::releaseResources);
        if (latencyNanos == 0) {
            send(toSend, channel, context);
            return;
        }
        timer.schedule(
                () -> {
                    send(toSend, channel, context);
                    return null;
                },
                latencyNanos,
                TimeUnit.NANOSECONDS);
    }

    private void send(SimulatedBody toSend, ResponseChannel channel, HttpContext context)
            throws HttpException, IOException {
        body = Optional.of(toSend);
        channel.sendResponse(toSend.head(), toSend.entity(), context);
    }

    private static Map<String, String> parameters(HttpRequest request) throws ProtocolException {
        try {
            URI uri = request.getUri();
            Map<String, String> parameters = new LinkedHashMap<>();
            String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
            WWWFormCodec.parse(query, StandardCharsets.UTF_8)
                    .forEach(pair -> parameters.put(
                            pair.getName(), Optional.ofNullable(pair.getValue()).orElse("")));
            return parameters;
        } catch (URISyntaxException e) {
            throw new ProtocolException("not a URI", e);
        }
    }

    @Override
    public int available() {
        return body.map(SimulatedBody::available).orElse(0);
    }

    @Override
    public void produce(DataStreamChannel channel) throws IOException {
        if (body.isPresent()) {
            body.get().produce(channel);
        }
    }

    @Override
    public void updateCapacity(CapacityChannel capacity) throws IOException {
        capacity.update(Integer.MAX_VALUE);
    }

    @Override
    public void consume(ByteBuffer source) {
        source.position(source.limit());
    }

    @Override
    public void streamEnd(List<? extends Header> trailers) {
        // A GET has no body to act on.
    }

    @Override
    public void failed(Exception cause) {
        releaseResources();
    }

    @Override
    public void releaseResources() {
        if (counted.getAndSet(false)) {
            underWay.decrementAndGet();
        }
    }
}
