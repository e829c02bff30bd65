package com.nowinfinity.xpm.worker.simulation;

import com.nowinfinity.xpm.api.practice.ClientGroup;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.worker.simulation.Script.Subject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A push, and what of it has to be in XPM once it has its outcome. */
record Pushed(
        String eventId,
        Subject company,
        List<Subject> directors,
        @Nullable String group,
        @Nullable String paper) {

    private static final Set<Outcome> DONE = EnumSet.of(Outcome.CREATED, Outcome.UPDATED, Outcome.UNCHANGED);

    List<String> missing(SimWorld world) {
        Optional<PracticeClient> client = world.clientOf(company);
        if (!isDone(world, company.entityId()) || client.isEmpty()) {
            return List.of();
        }
        List<String> missing = new ArrayList<>();
        String tenantId = company.tenantId();
        String clientId = client.get().id();
        for (Subject director : directors) {
            boolean isClient = isDone(world, director.entityId());
            if (isClient && lacksDirectors(world, client.get())) {
                missing.add(director.entityId() + " is no director of " + company.entityId());
            }
        }
        if (group != null && world.practices.groups(tenantId).stream().noneMatch(each -> has(world, each, clientId))) {
            missing.add(company.entityId() + " is not in " + group);
        }
        if (paper != null
                && isDone(world, paper)
                && world.practices.documents(tenantId, clientId).isEmpty()) {
            missing.add(company.entityId() + " has no document");
        }
        return missing;
    }

    /** What has to be in XPM before that step is taken for the company, and is not. */
    List<String> early(SimWorld world, SimPractices.Step step, String clientId) {
        Optional<PracticeClient> client =
                world.clientOf(company).filter(shown -> shown.id().equals(clientId));
        if (client.isEmpty()) {
            return List.of();
        }
        List<String> early = new ArrayList<>();
        // Of one who has not got his outcome yet it is not known here whether he waits for a person.
        boolean awaitsRoles = directors.stream().anyMatch(director -> isDone(world, director.entityId()));
        if (awaitsRoles && lacksDirectors(world, client.get())) {
            early.add("%s comes before a director of %s".formatted(step, company.entityId()));
        }
        boolean awaitsGroup = step == SimPractices.Step.DOCUMENT && group != null;
        if (awaitsGroup
                && world.practices.groups(company.tenantId()).stream().noneMatch(each -> has(world, each, clientId))) {
            early.add("%s of %s comes before %s".formatted(step, company.entityId(), group));
        }
        return early;
    }

    /** One who had resigned before he was ever in XPM is not told there. */
    private static boolean lacksDirectors(SimWorld world, PracticeClient shown) {
        return shown.relationships().isEmpty()
                && world.script.resignation(shown).isEmpty();
    }

    private boolean has(SimWorld world, ClientGroup standing, String clientId) {
        return standing.name() != null
                && standing.name().equals(group)
                && world.practices.members(company.tenantId(), standing.id()).stream()
                        .flatMap(members -> members.clients().stream())
                        .anyMatch(member -> member.id().equals(clientId));
    }

    private boolean isDone(SimWorld world, String about) {
        return world.story.outcome(eventId, about).filter(DONE::contains).isPresent();
    }
}
