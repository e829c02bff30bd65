package com.nowinfinity.xpm.simulator.organisation;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One client, immutable: every change makes a new one.
 *
 * @param id the UUID of 3.1
 * @param number the integer id of 3.0, seen only in web addresses
 * @param elements what is set, nothing blank
 * @param modified when {@code modifiedsince} last sees it, to the second
 * @param byApi whether a call created it, not a person or the generator
 */
public record Client(
        String id,
        int number,
        Map<ClientElement, String> elements,
        List<ContactLink> contacts,
        Instant modified,
        boolean byApi) {

    public Client {
        EnumMap<ClientElement, String> ordered = new EnumMap<>(ClientElement.class);
        ordered.putAll(elements);
        ordered.values().removeIf(String::isEmpty);
        elements = Collections.unmodifiableMap(ordered);
        contacts = List.copyOf(contacts);
    }

    public @Nullable String get(ClientElement element) {
        return elements.get(element);
    }

    public String name() {
        return elements.getOrDefault(ClientElement.NAME, "");
    }

    public boolean isArchived() {
        return isYes(ClientElement.IS_ARCHIVED);
    }

    public boolean isDeleted() {
        return isYes(ClientElement.IS_DELETED);
    }

    public boolean isProspect() {
        return isYes(ClientElement.IS_PROSPECT);
    }

    /** Neither archived nor deleted. */
    public boolean isCurrent() {
        return !isArchived() && !isDeleted();
    }

    /** Blank values clear; everything not mentioned stays. */
    public Client with(Map<ClientElement, String> changes, Instant at) {
        EnumMap<ClientElement, String> changed = new EnumMap<>(ClientElement.class);
        changed.putAll(elements);
        changed.putAll(changes);
        return new Client(id, number, changed, contacts, at, byApi);
    }

    public Client with(ClientElement element, String value, Instant at) {
        return with(Map.of(element, value), at);
    }

    public Client withContacts(List<ContactLink> newContacts, Instant at) {
        return new Client(id, number, elements, newContacts, at, byApi);
    }

    private boolean isYes(ClientElement element) {
        return "Yes".equals(elements.get(element));
    }
}
