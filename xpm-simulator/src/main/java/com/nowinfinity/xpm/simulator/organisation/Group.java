package com.nowinfinity.xpm.simulator.organisation;

import java.util.List;

/** A group of clients, in the order they joined. */
public record Group(String id, String name, boolean taxable, List<String> clientIds, boolean byApi) {

    public Group {
        clientIds = List.copyOf(clientIds);
    }
}
