package io.github.ratingsstream.omdb.simulator;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** A way in which an {@link OmdbSimulator} can fail, as OMDb does at times. Immutable. */
public final class Fault {

    enum Ending {
        WHOLE,
        CUT_OFF,
        RESET,
        NEVER,
        DRIP
    }

    private static final String HTML = "text/html; charset=UTF-8";

    private final SimulatedAnswer answer;

    private Fault(SimulatedAnswer answer) {
        this.answer = answer;
    }

    SimulatedAnswer answer() {
        return answer;
    }

    /**
     * An HTML page instead of JSON, as the servers in front of OMDb send it.
     *
     * @param status such as 403, 500, 503, 522
     * @return the fault
     */
    public static Fault page(int status) {
        String page = "<!DOCTYPE html>\n<html lang=\"en-US\"><head><title>omdbapi.com | " + status
                + "</title></head><body><h1>Error " + status + "</h1></body></html>\n";
        return new Fault(new SimulatedAnswer(status, HTML, page));
    }

    /**
     * A page with a Retry-After header.
     *
     * @param status such as 429 or 503
     * @param wait written in whole seconds
     * @return the fault
     */
    public static Fault retryAfter(int status, Duration wait) {
        Objects.requireNonNull(wait, "wait");
        SimulatedAnswer page = page(status).answer;
        return new Fault(page.withHeaders(Map.of("Retry-After", String.valueOf(wait.toSeconds()))));
    }

    /**
     * Any status and body, labelled as JSON, as OMDb labels its broken JSON too.
     *
     * @param status an HTTP status
     * @param body the text, sent as UTF-8
     * @return the fault
     */
    public static Fault body(int status, String body) {
        return new Fault(SimulatedAnswer.json(status, Objects.requireNonNull(body, "body")));
    }

    /**
     * One of OMDb's error texts.
     *
     * @param status such as 200 or 401
     * @param text such as {@code Request limit reached!}
     * @return the fault
     */
    public static Fault error(int status, String text) {
        return new Fault(SimulatedAnswer.error(status, Objects.requireNonNull(text, "text")));
    }

    /**
     * The connection is closed without a byte of an answer.
     *
     * @return the fault
     */
    public static Fault reset() {
        return new Fault(page(200).answer.ending(Ending.RESET));
    }

    /**
     * The connection is closed in the middle of the answer.
     *
     * @return the fault
     */
    public static Fault cutOff() {
        return new Fault(page(200).answer.ending(Ending.CUT_OFF));
    }

    /**
     * No answer, ever. The connection stays open until the other side or the simulator closes it.
     *
     * @return the fault
     */
    public static Fault hang() {
        return new Fault(page(200).answer.ending(Ending.NEVER));
    }

    /**
     * An answer that comes a byte at a time and never ends: there is always activity, but never a result.
     *
     * @return the fault
     */
    public static Fault drip() {
        return new Fault(page(200).answer.ending(Ending.DRIP));
    }
}
