package com.nowinfinity.xpm.worker.simulation;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.events.WorkPlanned;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was asked for, what came of it, and whether the one fits the other. */
final class Story {

    /** Reasons for which a person has to look, whatever the engine does: XPM leaves no other way. */
    private static final List<String> FOR_PEOPLE =
            List.of("create-unclear", "same-name-in-xpm", "xpm-rejected", "xpm-unavailable", "outcome-unknown");

    /**
     * @param with who has to be in XPM first; null for nobody else
     * @param plan whose entities are asked for, and no others; null where it does not hang on a plan
     */
    private record Asked(
            String eventId,
            String entityId,
            long version,
            boolean write,
            @Nullable String with,
            @Nullable String plan) {}

    private final Judge judge;
    private final Map<String, Asked> asked = new LinkedHashMap<>();
    private final Map<String, WorkPlanned> plans = new HashMap<>();
    private final Map<String, Map<String, EntitySynced>> finals = new HashMap<>();
    private final Map<String, EntitySynced> parked = new HashMap<>();

    Story(Judge judge) {
        this.judge = judge;
    }

    /** @param write whether it is written to whoever is in XPM */
    void ask(String eventId, String entityId, long version, boolean write) {
        asked.put(eventId + "/" + entityId, new Asked(eventId, entityId, version, write, null, null));
    }

    /** A document that goes along with an entity. */
    void askWith(String eventId, String documentId, String entityId) {
        asked.put(eventId + "/" + documentId, new Asked(eventId, documentId, 0, true, entityId, null));
    }

    /** Somebody who goes along with a push, unless he has no role any more when it is planned. */
    void askAlong(String eventId, String pushId, String entityId) {
        asked.put(eventId + "/" + entityId, new Asked(eventId, entityId, 0, true, null, pushId));
    }

    void planned(WorkPlanned plan) {
        plans.put(plan.getForId(), plan);
    }

    /** What was planned last for a push. */
    WorkPlanned plan(String pushId) {
        return Objects.requireNonNull(plans.get(pushId));
    }

    void told(EntitySynced outcome) {
        String about = outcome.getDocumentId() == null ? outcome.getEntityId() : outcome.getDocumentId();
        String key = outcome.getCausedBy().getFirst() + "/" + about;
        if (outcome.getOutcome() == Outcome.PARKED) {
            parked.put(key, outcome);
            return;
        }
        Map<String, EntitySynced> told = finals.computeIfAbsent(key, id -> new LinkedHashMap<>());
        told.put(outcome.getEventId(), outcome);
        if (told.size() > 1) {
            judge.violated("two outcomes of one event: " + told.values());
        }
    }

    int outcomes() {
        return finals.size();
    }

    boolean isParked(String entityId) {
        return parked.entrySet().stream()
                .anyMatch(entry -> entry.getKey().endsWith("/" + entityId) && !finals.containsKey(entry.getKey()));
    }

    Optional<Outcome> outcome(String eventId, String entityId) {
        return finals.getOrDefault(eventId + "/" + entityId, Map.of()).values().stream()
                .map(EntitySynced::getOutcome)
                .findFirst();
    }

    Optional<String> code(String eventId, String entityId) {
        return finals.getOrDefault(eventId + "/" + entityId, Map.of()).values().stream()
                .flatMap(told -> Stream.ofNullable(told.getReason()))
                .map(Reason::getCode)
                .findFirst();
    }

    /** When everything is at rest: every event has its outcome, or waits for a person for a reason that only people solve. */
    List<String> unfinished() {
        List<String> problems = new ArrayList<>();
        for (Map.Entry<String, Asked> entry : asked.entrySet()) {
            String with = entry.getValue().with();
            boolean waitsForAnother =
                    with != null && !finals.containsKey(entry.getValue().eventId() + "/" + with);
            if (finals.containsKey(entry.getKey()) || waitsForAnother || isLeftOut(entry.getValue())) {
                continue;
            }
            EntitySynced waiting = parked.get(entry.getKey());
            String code = Optional.ofNullable(waiting)
                    .map(EntitySynced::getReason)
                    .map(Reason::getCode)
                    .orElse("nothing was told of it");
            if (waiting == null || !FOR_PEOPLE.contains(code)) {
                problems.add("No outcome of " + entry.getValue() + ": " + code);
            }
        }
        return problems;
    }

    private boolean isLeftOut(Asked each) {
        return each.plan() != null
                && plans.containsKey(each.plan())
                && !plan(each.plan()).getEntityIds().contains(each.entityId());
    }

    /**
     * What XPM shows must be at least what was said to be there, and of what is in XPM and waits for nobody the latest
     * change that is followed.
     */
    List<String> missing(String entityId, Optional<PracticeClient> client, Map<String, Long> newest) {
        long promised = client.isPresent() && !isParked(entityId) ? followed(entityId) : 0;
        for (Asked each : asked.values()) {
            if (each.entityId().equals(entityId)) {
                for (EntitySynced told : finals.getOrDefault(each.eventId() + "/" + entityId, Map.of())
                        .values()) {
                    promised = Math.max(promised, promised(told));
                }
            }
        }
        long shown = client.map(SimPractices::version).orElse(0L);
        long most = Objects.requireNonNull(newest.get(entityId));
        return shown < promised || shown > most
                ? List.of("XPM shows version %d of %s; %d was promised and %d is the newest"
                        .formatted(shown, entityId, promised, most))
                : List.of();
    }

    private long followed(String entityId) {
        return asked.values().stream()
                .filter(each -> each.write() && each.entityId().equals(entityId))
                // Only with the organisation that it was for.
                .filter(each -> !outcome(each.eventId(), entityId).equals(Optional.of(Outcome.DROPPED)))
                .mapToLong(Asked::version)
                .max()
                .orElse(0);
    }

    private static long promised(EntitySynced told) {
        return switch (told.getOutcome()) {
            case CREATED, UPDATED -> told.getVersion();
            case UNCHANGED -> told.getReason() == null ? told.getVersion() : 0;
            case RECORDED, SUPERSEDED, DROPPED, FAILED, PARKED, UNKNOWN -> 0;
        };
    }
}
