package com.nowinfinity.xpm.simulator.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One answer on its way out.
 *
 * @param length bytes of the body, {@link #STREAMED} when nobody knows yet
 * @param leaving runs just before the write after which the client has all of it, or once the connection is lost
 * @param sent runs once the last byte is out or the connection is lost
 */
public record Answer(int status, Map<String, String> headers, long length, Body body, Runnable leaving, Runnable sent) {

    public static final long STREAMED = -1;

    /** Stands for the status where there is no answer: the connection just ends. */
    public static final int DROPPED = 0;

    /** Writes the body; called at most once. */
    @FunctionalInterface
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    public static Answer empty(int status) {
        return new Answer(status, Map.of(), 0, out -> {}, () -> {}, () -> {});
    }

    /** No answer at all. */
    public static Answer dropped() {
        return empty(DROPPED);
    }

    public static Answer text(int status, String contentType, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return empty(status).with("Content-Type", contentType).withBody(bytes.length, out -> out.write(bytes));
    }

    public static Answer html(int status, String html) {
        return text(status, "text/html; charset=utf-8", html).with("Cache-Control", "no-store");
    }

    public static Answer redirect(String location) {
        return empty(302).with("Location", location).with("Cache-Control", "no-store");
    }

    public static Answer streamed(String contentType, Body body) {
        return empty(200).with("Content-Type", contentType).withBody(STREAMED, body);
    }

    public Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return withOnly(more);
    }

    public Answer with(Map<String, String> moreHeaders) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.putAll(moreHeaders);
        return withOnly(more);
    }

    /** Those headers that are not there yet. */
    public Answer withMissing(Map<String, String> moreHeaders) {
        Map<String, String> all = new LinkedHashMap<>(moreHeaders);
        all.putAll(headers);
        return withOnly(all);
    }

    public Answer withOnly(Map<String, String> newHeaders) {
        return new Answer(status, newHeaders, length, body, leaving, sent);
    }

    public Answer withBody(long newLength, Body newBody) {
        return new Answer(status, headers, newLength, newBody, leaving, sent);
    }

    /** The whole body, for whoever wants to look before it leaves; the body is then used up. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            body.writeTo(bytes);
        } catch (IOException cutOff) {
            throw new UncheckedIOException(cutOff);
        }
        return bytes.toByteArray();
    }

    public Answer whenLeaving(Runnable then) {
        return new Answer(status, headers, length, body, both(leaving, then), sent);
    }

    public Answer afterwards(Runnable then) {
        return new Answer(status, headers, length, body, leaving, both(sent, then));
    }

    private static Runnable both(Runnable first, Runnable second) {
        return () -> {
            try {
                first.run();
            } finally {
                second.run();
            }
        };
    }
}
