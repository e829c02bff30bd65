package com.nowinfinity.xpm.bus.registry;

import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/** The ids under which our own schemas are registered. One that was learnt once is good for as long as we run. */
final class SchemaIds {

    private final SchemaRegistry registry;
    private final Map<String, Integer> bySubject = new ConcurrentHashMap<>();

    SchemaIds(SchemaRegistry registry) {
        this.registry = registry;
    }

    /** @throws RegistryUnavailableException also while the owner has not registered the schema */
    int idOf(String subject, Schema schema) {
        Integer known = bySubject.get(subject);
        return known != null ? known : learn(subject, schema);
    }

    void register(String subject, Schema schema) {
        bySubject.put(subject, registry.register(subject, schema));
    }

    private int learn(String subject, Schema schema) {
        OptionalInt id = registry.idOf(subject, schema);
        if (id.isEmpty()) {
            throw new RegistryUnavailableException(
                    "our schema of " + subject + " is not registered yet: the topic's owner does that when it starts",
                    null);
        }
        bySubject.put(subject, id.getAsInt());
        return id.getAsInt();
    }
}
