package com.nowinfinity.xpm.simulator.faults;

import com.nowinfinity.xpm.simulator.wire.Answer;
import com.nowinfinity.xpm.simulator.wire.Json;
import com.nowinfinity.xpm.simulator.wire.Pause;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/** Answers that are not what they were. */
final class Spoilt {

    private Spoilt() {}

    static Answer response(Effect.Respond respond) {
        Sample sample = respond.sample() == null ? Sample.EMPTY : respond.sample();
        String type = respond.contentType() == null ? sample.contentType() : respond.contentType();
        String body = respond.body() == null ? sample.body(respond.status()) : respond.body();
        Answer answer = body.isEmpty() ? Answer.empty(respond.status()) : Answer.text(respond.status(), type, body);
        return respond.headers() == null ? answer : answer.with(respond.headers());
    }

    static Answer late(Answer truth, Duration by) {
        byte[] bytes = truth.bytes();
        return truth.withBody(bytes.length, out -> {
            Pause.of(by);
            out.write(bytes);
        });
    }

    static Answer truncated(Answer truth, int most) {
        byte[] bytes = truth.bytes();
        int kept = Math.clamp(most, 0, Math.max(0, bytes.length - 1));
        return truth.withBody(bytes.length, out -> {
            out.write(bytes, 0, kept);
            out.flush();
            throw new IOException("cut off by the script");
        });
    }

    static Answer dripping(Answer truth, Effect.Drip drip) {
        byte[] bytes = truth.bytes();
        return truth.withBody(drip.endless() ? Answer.STREAMED : bytes.length, out -> {
            for (int at = 0; at < bytes.length; at += drip.bytes()) {
                piece(out, drip, bytes, at, Math.min(drip.bytes(), bytes.length - at));
            }
            byte[] blanks = " ".repeat(drip.bytes()).getBytes(StandardCharsets.US_ASCII);
            while (drip.endless()) {
                piece(out, drip, blanks, 0, blanks.length);
            }
        });
    }

    private static void piece(OutputStream out, Effect.Drip drip, byte[] bytes, int from, int length)
            throws IOException {
        out.write(bytes, from, length);
        out.flush();
        Pause.of(drip.every());
        if (Thread.interrupted()) {
            throw new IOException("The simulator stops");
        }
    }

    static Answer altered(Answer truth, Alteration how) {
        return withText(truth, how.of(text(truth)));
    }

    static Answer withHeaders(Answer truth, Effect.Headers headers) {
        Map<String, String> all = new LinkedHashMap<>(truth.headers());
        Objects.requireNonNullElse(headers.remove(), List.<String>of())
                .forEach(name -> all.keySet().removeIf(name::equalsIgnoreCase));
        all.putAll(Objects.requireNonNullElse(headers.set(), Map.of()));
        return truth.withOnly(all);
    }

    static Answer withFields(Answer truth, Effect.Fields fields) {
        if (!(Json.mapper().readTree(text(truth)) instanceof ObjectNode object)) {
            return truth;
        }
        if (fields.set() != null) {
            fields.set().forEach(object::set);
        }
        if (fields.remove() != null) {
            fields.remove().forEach(object::remove);
        }
        StringBuilder repeated = new StringBuilder();
        for (String name : Objects.requireNonNullElse(fields.repeat(), List.<String>of())) {
            repeated.append(',')
                    .append(Json.mapper().writeValueAsString(name))
                    .append(':')
                    .append(object.path(name));
        }
        String whole = object.toString();
        return withText(truth, whole.substring(0, whole.length() - 1) + repeated + "}");
    }

    private static String text(Answer answer) {
        return new String(answer.bytes(), StandardCharsets.UTF_8);
    }

    private static Answer withText(Answer truth, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return truth.withBody(bytes.length, out -> out.write(bytes));
    }
}
