package com.nowinfinity.xpm.api.practice;

import java.util.List;

/** A group with its clients. */
public record GroupMembers(ClientGroup group, List<ClientReference> clients) {

    public GroupMembers {
        clients = List.copyOf(clients);
    }
}
