package com.nowinfinity.xpm.standalone.mainjob.judging;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What a report has to say, and what it could fall for. */
public record Truth(List<Finding> planted, List<JsonNode> traps) {

    /** @param told by the simulator: of the practice, or of what happened to it later */
    public static Truth of(JsonNode told) {
        return new Truth(
                told.path("planted").valueStream().map(Finding::of).toList(),
                List.copyOf(told.path("traps").values()));
    }

    /** One difference that came about in between. */
    public static Truth of(Finding planted) {
        return new Truth(List.of(planted), List.of());
    }

    /** Both of them; nothing that was there is gone. */
    public Truth and(Truth later) {
        return new Truth(Stream.concat(planted.stream(), later.planted.stream()).toList(), joined(traps, later.traps));
    }

    /** The names of the traps that an invented row may have fallen for. */
    public Set<String> behind(Finding invented) {
        return Traps.of(traps).behind(invented);
    }

    private static List<JsonNode> joined(List<JsonNode> first, List<JsonNode> second) {
        List<JsonNode> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
