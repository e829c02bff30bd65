package com.nowinfinity.xpm.worker.intents;

import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.worker.comparison.Base;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An intent on its way to another one: whatever is not set stays as it was. */
final class IntentCopy {

    Map<Long, Map<String, Pending>> pending;
    Map<Long, Set<String>> settled;

    @Nullable
    Entity entity;

    @Nullable
    Entity held;

    Map<Long, LodgeBy> lodgeBy;

    @Nullable
    Link link;

    long inStep;
    Set<String> refused;
    Base base;
    Map<String, LocalDate> accepted;
    Set<String> awaited;
    List<Demand> demands;
    Sending sending;

    @Nullable
    SentCreate sentCreate;

    List<EntitySynced> outbox;
    List<Map<String, Object>> foreign;

    private IntentCopy(Intent original) {
        pending = original.pending();
        settled = original.settled();
        entity = original.entity();
        held = original.held();
        lodgeBy = original.lodgeBy();
        link = original.link();
        inStep = original.inStep();
        refused = original.refused();
        base = original.base();
        accepted = original.accepted();
        awaited = original.awaited();
        demands = original.demands();
        sending = original.sending();
        sentCreate = original.sentCreate();
        outbox = original.outbox();
        foreign = original.foreign();
    }

    static Intent of(Intent original, Consumer<IntentCopy> change) {
        IntentCopy copy = new IntentCopy(original);
        change.accept(copy);
        return new Intent(
                original.businessId(),
                original.entityId(),
                original.revision(),
                copy.pending,
                copy.settled,
                copy.entity,
                copy.held,
                copy.lodgeBy,
                copy.link,
                copy.inStep,
                copy.refused,
                copy.base,
                copy.accepted,
                copy.awaited,
                copy.demands,
                copy.sending,
                copy.sentCreate,
                copy.outbox,
                copy.foreign);
    }
}
