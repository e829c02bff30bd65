package com.nowinfinity.xpm.report.resolutions;

import com.nowinfinity.xpm.events.Action;
import com.nowinfinity.xpm.events.ActionRequested;
import com.nowinfinity.xpm.report.discrepancy.DiscrepancyAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One event that asks for one action on some items. A resolution has as few as it can; the items of one entity go together,
 * so that a worker writes them together and its one outcome speaks of all of them.
 *
 * @param items with the index that each has in its resolution
 */
record Ask(String eventId, DiscrepancyAction action, boolean preview, Map<Integer, Item> items) {

    /** An event's outcomes are kept in one document, which is written again with each. */
    private static final int MOST_ITEMS = 100;

    Ask {
        items = Map.copyOf(items);
    }

    /** The events of a resolution, or of its preview; the same however often it is asked. */
    static List<Ask> of(String resolutionId, List<Item> items, boolean preview, boolean confirmation) {
        Map<DiscrepancyAction, Map<String, Map<Integer, Item>>> sorted = new EnumMap<>(DiscrepancyAction.class);
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            if (!preview || item.needsPlan()) {
                sorted.computeIfAbsent(item.wish().action(), _action -> new LinkedHashMap<>())
                        .computeIfAbsent(item.subject(), _subject -> new LinkedHashMap<>())
                        .put(i, item);
            }
        }
        List<Ask> asks = new ArrayList<>();
        sorted.forEach((action, bySubject) -> {
            Map<Integer, Item> together = new LinkedHashMap<>();
            for (Map<Integer, Item> ofSubject : bySubject.values()) {
                if (!together.isEmpty() && together.size() + ofSubject.size() > MOST_ITEMS) {
                    asks.add(new Ask(eventId(resolutionId, confirmation, asks.size()), action, preview, together));
                    together = new LinkedHashMap<>();
                }
                together.putAll(ofSubject);
            }
            asks.add(new Ask(eventId(resolutionId, confirmation, asks.size()), action, preview, together));
        });
        return asks;
    }

    /** The first event has the resolution's own id, so that what is told of a small one names it directly. */
    private static String eventId(String resolutionId, boolean confirmation, int number) {
        if (number == 0 && !confirmation) {
            return resolutionId;
        }
        String name = resolutionId + (confirmation ? "/confirm/" : "/ask/") + number;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    ActionRequested event(String businessId, Instant at, String by) {
        return ActionRequested.newBuilder()
                .setEventId(eventId)
                .setBusinessId(businessId)
                .setOccurredAt(at)
                .setAction(
                        switch (action) {
                            case PUSH -> Action.RESOLVE_PUSH;
                            case TAKE -> Action.RESOLVE_TAKE;
                            case LINK -> Action.LINK;
                            case UNLINK -> Action.UNLINK;
                            case ACCEPT -> Action.ACCEPT;
                            case CHECK_AGAIN -> Action.CHECK_AGAIN;
                            case CHANGE_REQUEST -> Action.CHANGE_REQUEST;
                        })
                .setTargets(items.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(Map.Entry::getValue)
                        .filter(Item::isAboutARecord)
                        .map(Item::target)
                        .toList())
                .setPreview(preview)
                .setRequestedBy(by)
                .build();
    }
}
