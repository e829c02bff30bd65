package com.nowinfinity.xpm.standalone.mainjob.judging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What only looks like a difference, by whom it is about: tells what an invented row fell for. */
final class Traps {

    private record Trap(String name, Finding about) {}

    private final Map<String, List<Trap>> byId = new HashMap<>();

    static Traps of(Iterable<JsonNode> traps) {
        Traps all = new Traps();
        for (JsonNode node : traps) {
            Trap trap = new Trap(node.path("name").asString(), Finding.of(node));
            all.put(trap.about().entityId(), trap);
            all.put(trap.about().clientId(), trap);
        }
        return all;
    }

    private void put(@Nullable String id, Trap trap) {
        if (id != null) {
            byId.computeIfAbsent(id, unused -> new ArrayList<>()).add(trap);
        }
    }

    /** The names of those that the row may have fallen for; the ones about its very field alone, if there are any. */
    Set<String> behind(Finding row) {
        Set<String> sameField = new LinkedHashSet<>();
        Set<String> sameRecord = new LinkedHashSet<>();
        for (Trap trap : about(row)) {
            if (trap.about().field() != null && Objects.equals(trap.about().field(), row.field())) {
                sameField.add(trap.name());
            } else if (trap.about().field() == null || row.field() == null) {
                sameRecord.add(trap.name());
            }
        }
        return sameField.isEmpty() ? sameRecord : sameField;
    }

    private List<Trap> about(Finding row) {
        List<Trap> about = new ArrayList<>();
        if (row.entityId() != null) {
            about.addAll(byId.getOrDefault(row.entityId(), List.of()));
        }
        if (row.clientId() != null) {
            about.addAll(byId.getOrDefault(row.clientId(), List.of()));
        }
        return about;
    }
}
