package com.nowinfinity.xpm.worker.runs;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import java.util.List;
import java.util.stream.Collectors;

/** Several clients in one line, for people. */
final class ClientNames {

    private ClientNames() {}

    static String of(List<PracticeClient> clients) {
        return clients.stream().map(ClientNames::of).collect(Collectors.joining("; "));
    }

    private static String of(PracticeClient client) {
        String code = client.practice().clientCode();
        String name = code == null ? client.name() : client.name() + " (" + code + ")";
        return client.archived() ? name + ", archived" : name;
    }
}
