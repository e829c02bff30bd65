package com.nowinfinity.xpm.simulator.wire;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON both ways: what the simulator writes itself, and what drivers send it. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private Json() {}

    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** An array, written while it leaves. */
    public static Answer stream(Iterable<?> items) {
        return Answer.streamed("application/json; charset=utf-8", out -> {
            try (var sequence = MAPPER.writer().writeValuesAsArray(out)) {
                for (Object item : items) {
                    sequence.write(item);
                }
            }
        });
    }

    public static Answer answer(int status, Object body) {
        return Answer.text(status, "application/json; charset=utf-8", MAPPER.writeValueAsString(body));
    }
}
