package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.intents.Sending;
import com.nowinfinity.xpm.worker.matching.NaturalKeys;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The creates of which nobody knows whether they happened: nothing that shares a natural key with one is created
 * meanwhile. Read once, then noted by whoever creates; what the intent says counts. Not for several threads.
 */
final class UnclearCreates {

    private final Business business;
    private final Map<String, Set<String>> keysOf = new HashMap<>();
    private boolean read;

    UnclearCreates(Business business) {
        this.business = business;
    }

    void note(String entityId, Entity sent) {
        keysOf.put(entityId, NaturalKeys.of(sent));
    }

    /** @throws Hold.Until when another create has to be cleared up before this entity's client may be created */
    void letPass(Intent intent, Entity entity) {
        readOnce();
        Set<String> keys = NaturalKeys.of(entity);
        for (Iterator<Map.Entry<String, Set<String>>> others = keysOf.entrySet().iterator(); others.hasNext(); ) {
            Map.Entry<String, Set<String>> other = others.next();
            boolean shared = !other.getKey().equals(intent.entityId()) && !Collections.disjoint(keys, other.getValue());
            if (!shared) {
                continue;
            }
            Intent standing = business.stores().intents().find(business.id(), other.getKey());
            if (!(standing.sending() instanceof Sending.CreateUnknown unknown)) {
                others.remove();
            } else if (!isAheadOf(intent, standing)) {
                throw new Hold.Until(
                        again(unknown),
                        Outcomes.reason(
                                "waits-for-create",
                                "It is not known yet whether a client of this name or number has just been created."));
            }
        }
    }

    /** Of two that nobody knows of, one goes first. */
    private static boolean isAheadOf(Intent intent, Intent other) {
        return intent.sending() instanceof Sending.CreateUnknown
                && intent.entityId().compareTo(other.entityId()) < 0;
    }

    private Instant again(Sending.CreateUnknown unknown) {
        Instant look = unknown.lookAt();
        return look != null && look.isAfter(business.now()) ? look : business.settled();
    }

    private void readOnce() {
        if (!read) {
            business.stores()
                    .intents()
                    .unclearCreates(business.id(), unclear -> keysOf.put(unclear.entityId(), keysOf(unclear)));
            read = true;
        }
    }

    private static Set<String> keysOf(Intent unclear) {
        Set<String> keys = new HashSet<>();
        Stream.concat(
                        Stream.ofNullable(unclear.entity()),
                        Stream.ofNullable(unclear.sentCreate()).map(sent -> sent.entity()))
                .forEach(entity -> keys.addAll(NaturalKeys.of(entity)));
        return keys;
    }
}
