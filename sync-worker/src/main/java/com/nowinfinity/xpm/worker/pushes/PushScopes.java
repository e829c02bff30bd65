package com.nowinfinity.xpm.worker.pushes;

import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.PlannedPerson;
import com.nowinfinity.xpm.events.PushRequested;
import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.worker.comparison.ComparedField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Whom a push takes along: everyone around the entity, without the individuals, or nobody (domain 1.5). */
final class PushScopes {

    private PushScopes() {}

    /** Those around the entity that the scope lets in, each once, with their default tick or the caller's. */
    static List<PlannedPerson> around(
            PushRequested asked, Entity main, Function<String, @Nullable Entity> known, Predicate<String> linked) {
        Map<String, PlannedPerson> people = new LinkedHashMap<>();
        for (Relationship role : main.getRelationships()) {
            Entity holder = role.getEndDate() == null ? known.apply(role.getEntityId()) : null;
            if (holder == null || holder.getEntityId().equals(main.getEntityId()) || !inScope(asked, holder)) {
                continue;
            }
            List<String> included = asked.getInclude();
            boolean ticked = included == null
                    ? linked.test(holder.getEntityId()) || isTickedByDefault(role, holder)
                    : included.contains(holder.getEntityId());
            people.merge(
                    holder.getEntityId(),
                    person(holder, ticked),
                    (one, other) -> person(holder, one.getTicked() || other.getTicked()));
        }
        return new ArrayList<>(people.values());
    }

    static PlannedPerson person(Entity entity, boolean ticked) {
        return PlannedPerson.newBuilder()
                .setEntityId(entity.getEntityId())
                .setName(entity.getName())
                .setTicked(ticked)
                .build();
    }

    private static boolean inScope(PushRequested asked, Entity holder) {
        return switch (asked.getScope()) {
            case ALL -> true;
            case WITHOUT_INDIVIDUALS -> !ComparedField.isPerson(holder.getKind());
            case ENTITY_ONLY, UNKNOWN -> false;
        };
    }

    /** Those who run or own it; not those who once gave to it or may once receive from it. */
    private static boolean isTickedByDefault(Relationship role, Entity holder) {
        return switch (role.getType()) {
            case DIRECTOR, ALTERNATE_DIRECTOR, SECRETARY, PUBLIC_OFFICER, MEMBER, TRUSTEE, APPOINTOR, PARTNER, OWNER ->
                true;
            case SHAREHOLDER -> ComparedField.isPerson(holder.getKind());
            case SETTLOR, BENEFICIARY, UNIT_HOLDER, PROTECTOR, AUDITOR, UNKNOWN -> false;
        };
    }
}
