package com.nowinfinity.xpm.simulator.admin;

import com.nowinfinity.xpm.simulator.faults.FaultScript;
import com.nowinfinity.xpm.simulator.faults.Faults;
import com.nowinfinity.xpm.simulator.practicemanager.Conventions;
import com.nowinfinity.xpm.simulator.wire.Answer;
import com.nowinfinity.xpm.simulator.wire.Json;
import com.nowinfinity.xpm.simulator.wire.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The paths by which a driver makes things go wrong, or reads XPM otherwise. */
final class FaultPaths {

    /** A misspelt fault would be one that never strikes, so it is refused. */
    static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Faults faults;
    private final Consumer<Duration> outage;
    private final AtomicReference<Conventions> conventions;

    FaultPaths(Faults faults, Consumer<Duration> outage, AtomicReference<Conventions> conventions) {
        this.faults = faults;
        this.outage = outage;
        this.conventions = conventions;
    }

    /** For how long nobody is let in, as PT5S. */
    record Outage(Duration length) {}

    Answer answer(String call, Request request) throws IOException {
        switch (call) {
            case "PUT faults" -> faults.play(STRICT.readValue(request.bytes(), FaultScript.class));
            case "DELETE faults" -> faults.play(FaultScript.NONE);
            case "POST outage" -> {
                Duration length =
                        STRICT.readValue(request.bytes(), Outage.class).length();
                return Json.answer(202, Map.of("length", length)).afterwards(() -> outage.accept(length));
            }
            case "GET conventions" -> {
                return Json.answer(200, conventions.get());
            }
            case "PUT conventions" -> {
                conventions.set(STRICT.readValue(request.bytes(), Conventions.class));
                return Json.answer(200, conventions.get());
            }
            default -> {}
        }
        return Json.answer(200, Map.of("faults", faults.standings()));
    }
}
