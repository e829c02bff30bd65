package com.nowinfinity.xpm.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.NewClients;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.PushRequested;
import com.nowinfinity.xpm.events.RelationshipType;
import com.nowinfinity.xpm.events.Settings;
import com.nowinfinity.xpm.simulator.organisation.StaffMember;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** How new clients are filed: as the business has chosen, else like the client of the entity that is pushed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NewClientDefaultsIT {

    private final World world;
    private final List<StaffMember> staff;

    NewClientDefaultsIT() throws Exception {
        world = new World(200, 7);
        staff = world.xero
                .simulator
                .organisation(world.xero.tenantId())
                .profile()
                .staff();
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void takesFromTheMainClientWhatTheBusinessHasNotChosen() throws Exception {
        choose(NewClients.newBuilder().setBalanceMonth(12));
        Entity company = Entities.company("c-1", "Filed Pty Ltd").build();
        told(company);
        String main = world.pushed(world.push("c-1")).getClientId();
        world.xero.edit(
                main,
                Map.of(
                        "AccountManager",
                        staff.get(0).id(),
                        "JobManager",
                        staff.get(1).id(),
                        "BalanceMonth",
                        "6",
                        "ClientCode",
                        "FILED01"));
        world.run();
        told(Entities.person("p-1", "New", "Director").build());
        told(Entity.newBuilder(company)
                .setVersion(2)
                .setRelationships(
                        List.of(Entities.role(RelationshipType.DIRECTOR, "p-1").build()))
                .build());
        PushRequested push = world.push("c-1").build();

        world.pushed(PushRequested.newBuilder(push));

        JsonNode director = elements(world.outcome(push.getEventId(), "p-1").getClientId());
        assertThat(director.path("AccountManager").asString())
                .isEqualTo(staff.get(0).id());
        assertThat(director.path("JobManager").asString())
                .isEqualTo(staff.get(1).id());
        assertThat(director.path("ClientCode").asString()).isEqualTo("FILED01");
        assertThat(director.path("BalanceMonth").asString()).isEqualTo("12");
        assertThat(elements(main).path("BalanceMonth").asString())
                .as("set on create only")
                .isEqualTo("6");
    }

    @Test
    void namesThePartnerThatTheBusinessHasChosen() throws Exception {
        choose(NewClients.newBuilder().setPartner(staff.get(2).email()).setManager("Nobody Here"));
        told(Entities.company("c-2", "Chosen Pty Ltd").build());

        EntitySynced created = world.pushed(world.push("c-2"));

        assertThat(created.getOutcome()).isEqualTo(Outcome.CREATED);
        JsonNode filed = elements(created.getClientId());
        assertThat(filed.path("AccountManager").asString())
                .isEqualTo(staff.get(2).id());
        assertThat(filed.path("JobManager").isMissingNode()).isTrue();
    }

    private void choose(NewClients.Builder newClients) {
        world.connect(
                false, Settings.newBuilder().setNewClients(newClients.build()).build());
    }

    private JsonNode elements(String clientId) throws Exception {
        return world.xero.inXpm(clientId).path("elements");
    }

    private void told(Entity entity) {
        String event = world.change(entity, ChangeCause.EDITED);
        assertThat(world.outcome(event, entity.getEntityId()).getOutcome()).isEqualTo(Outcome.RECORDED);
    }
}
