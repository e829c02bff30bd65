package com.nowinfinity.xpm.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.Action;
import com.nowinfinity.xpm.events.ActionTarget;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.PushRequested;
import com.nowinfinity.xpm.events.PushScope;
import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.events.RelationshipType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Roles whose holders are no clients yet are written by themselves once a person's act makes clients of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaitingRolesIT {

    private final World world;

    WaitingRolesIT() throws Exception {
        world = new World(200, 6);
        world.connect(false);
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void writesARoleOnceItsHolderIsPushed() throws Exception {
        EntitySynced company = pushedWithRoles("c-1", "p-1");
        assertThat(company.getReason().getCode()).isEqualTo("relationships-wait");
        told(Entities.person("p-1", "Late", "Arrival").build());
        PushRequested push = alone("p-1");

        world.pushed(PushRequested.newBuilder(push));

        EntitySynced followed = world.outcome(push.getEventId(), "c-1");
        assertThat(followed.getOutcome()).isEqualTo(Outcome.UPDATED);
        assertThat(followed.getFields()).containsExactly("DIRECTOR:p-1");
        assertThat(directors(company)).isEqualTo(1);
    }

    @Test
    void writesARoleOnceItsHolderIsLinkedByHand() throws Exception {
        told(Entities.person("p-known", "Wilma", "Known").build());
        String clientId = world.pushed(world.push("p-known")).getClientId();
        EntitySynced company = pushedWithRoles("c-2", "p-2");
        told(Entities.person("p-2", "Wilhelmina", "Known").build());

        String event = world.act(
                Action.LINK, false, ActionTarget.newBuilder().setEntityId("p-2").setClientId(clientId));

        assertThat(world.outcome(event, "c-2").getFields()).containsExactly("DIRECTOR:p-2");
        assertThat(directors(company)).isEqualTo(1);
    }

    @Test
    void waitsForTheLastOfThoseWhoComeTogether() throws Exception {
        EntitySynced company = pushedWithRoles("c-3", "p-3", "p-4");
        told(Entities.person("p-3", "First", "Comer").build());
        told(Entities.person("p-4", "Second", "Comer").build());
        told(Entities.company("c-4", "Bringing Both Pty Ltd")
                .setRelationships(directors("p-3", "p-4"))
                .build());
        PushRequested push = world.push("c-4").build();

        world.pushed(PushRequested.newBuilder(push));

        assertThat(world.outcome(push.getEventId(), "c-3").getFields())
                .containsExactlyInAnyOrder("DIRECTOR:p-3", "DIRECTOR:p-4");
        assertThat(directors(company)).isEqualTo(2);
    }

    @Test
    void writesNothingElseOfWhoWaited() throws Exception {
        EntitySynced company = pushedWithRoles("c-5", "p-5");
        told(Entities.company("c-5", "Company c-5 Pty Ltd")
                .setVersion(2)
                .setPhone("0299997777")
                .setRelationships(directors("p-5"))
                .build());
        told(Entities.person("p-5", "Only", "Role").build());
        PushRequested push = alone("p-5");

        world.pushed(PushRequested.newBuilder(push));

        assertThat(world.outcome(push.getEventId(), "c-5").getFields()).containsExactly("DIRECTOR:p-5");
        assertThat(world.xero.inXpm(company.getClientId()).toString()).doesNotContain("0299997777");
    }

    private EntitySynced pushedWithRoles(String companyId, String... directors) {
        told(Entities.company(companyId, "Company " + companyId + " Pty Ltd")
                .setRelationships(directors(directors))
                .build());
        return world.pushed(world.push(companyId).setRelationships(true));
    }

    private PushRequested alone(String entityId) {
        return world.push(entityId).setScope(PushScope.ENTITY_ONLY).build();
    }

    private static List<Relationship> directors(String... holders) {
        return Stream.of(holders)
                .map(holder -> Entities.role(RelationshipType.DIRECTOR, holder).build())
                .toList();
    }

    private long directors(EntitySynced company) throws Exception {
        return world.xero
                .inXpm(company.getClientId())
                .path("relationships")
                .valueStream()
                .filter(row -> row.path("type").asString().equals("Director"))
                .count();
    }

    private void told(Entity entity) {
        String event = world.change(entity, ChangeCause.EDITED);
        assertThat(world.outcome(event, entity.getEntityId()).getOutcome()).isEqualTo(Outcome.RECORDED);
    }
}
