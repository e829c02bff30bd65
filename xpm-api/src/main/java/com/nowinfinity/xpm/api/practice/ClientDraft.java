package com.nowinfinity.xpm.api.practice;

import java.util.List;

/** A client to create: a name at least. */
public record ClientDraft(ClientPatch elements, List<ContactDraft> contacts) {

    public ClientDraft {
        contacts = List.copyOf(contacts);
        if (elements.elements().getOrDefault(ClientElement.NAME, "").isEmpty()) {
            throw new IllegalArgumentException("A client has a name.");
        }
    }

    /** A client with these elements, the name among them, and no contacts. */
    public static ClientDraft of(ClientPatch elements) {
        return new ClientDraft(elements, List.of());
    }
}
