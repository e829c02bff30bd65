package com.nowinfinity.xpm.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.GroupMode;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.PushRequested;
import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.events.RelationshipType;
import com.nowinfinity.xpm.simulator.faults.Effect;
import com.nowinfinity.xpm.simulator.faults.Fault;
import com.nowinfinity.xpm.simulator.faults.FaultScript;
import com.nowinfinity.xpm.simulator.organisation.Organisation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The answers to what is written beside a client are lost: F6. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostWritesIT {

    private final World world;

    LostWritesIT() throws Exception {
        world = new World(200, 9, "xpm.answer-deadline=1s");
        world.connect(false);
    }

    @AfterAll
    void close() {
        world.close();
    }

    /** The first push adds, the second ends; each of its kinds of write loses its answer once. */
    @Test
    void f6TakesWritesWhoseAnswersAreLostAsDone() {
        String director = told(Entities.person("p-lost", "Lost", "Answer")
                .setPersonDateOfBirth("1970-01-02")
                .build());
        Entity.Builder company = Entities.company("c-roles-" + director, "Roles of " + director + " Pty Ltd");
        Relationship appointed = Relationship.newBuilder()
                .setType(RelationshipType.DIRECTOR)
                .setEntityId(director)
                .setStartDate("2019-07-01")
                .build();
        String id = told(company.setRelationships(List.of(appointed)).build());
        world.xero.simulator.play(FaultScript.of(
                1,
                Stream.of(
                                "clientgroup.api/add",
                                "clientgroup.api/members",
                                "client.api/addrelationship",
                                "client.api/updaterelationship")
                        .map(path -> Fault.on(path, new Effect.Drop(true)).once())
                        .toArray(Fault[]::new)));

        EntitySynced created = world.pushed(withRolesAndGroup(id));
        told(company.setVersion(2)
                .setRelationships(List.of(Relationship.newBuilder(appointed)
                        .setEndDate("2026-01-31")
                        .build()))
                .build());
        EntitySynced ended = world.pushed(withRolesAndGroup(id));

        assertThat(world.xero.simulator.faults())
                .hasSize(4)
                .allSatisfy(fault -> assertThat(fault.struck()).isOne());
        assertThat(created.getOutcome()).isEqualTo(Outcome.CREATED);
        assertThat(ended.getOutcome()).isEqualTo(Outcome.UPDATED);
        Organisation practice = world.xero.simulator.organisation(world.xero.tenantId());
        assertThat(practice.relationshipsOf(created.getClientId()))
                .singleElement()
                .satisfies(role -> assertThat(role.end()).isEqualTo("2026-01-31"));
        assertThat(practice.groups())
                .filteredOn(group -> group.name().equals("Group of " + id))
                .singleElement()
                .satisfies(group -> assertThat(group.clientIds()).hasSize(2).doesNotHaveDuplicates());
        assertThat(world.xero.simulator.summary().doubled()).isZero();
    }

    private PushRequested.Builder withRolesAndGroup(String id) {
        return world.push(id).setRelationships(true).setGroupMode(GroupMode.NEW).setGroupName("Group of " + id);
    }

    private String told(Entity entity) {
        world.outcome(world.change(entity, ChangeCause.EDITED), entity.getEntityId());
        return entity.getEntityId();
    }
}
