package com.nowinfinity.xpm.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.RelationshipType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who stands in XPM already, by whatever name and structure, when an entity is pushed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandingClientsIT {

    private final World world;

    StandingClientsIT() throws Exception {
        world = new World(200, 5);
        world.connect(false);
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void createsNobodyWhomXpmHasByANameWrittenOtherwise() throws Exception {
        told(Entities.person("p-standing", "Jon", "Writer").build());
        String standing = world.pushed(world.push("p-standing")).getClientId();
        world.xero.edit(standing, Map.of("Name", "Writer, J", "FirstName", "J"));
        world.run();
        told(Entities.person("p-written", "Jonathan", "Writer")
                .setPersonDateOfBirth("1970-01-02")
                .build());

        EntitySynced outcome = world.pushed(world.push("p-written"));

        assertThat(outcome.getOutcome()).isEqualTo(Outcome.PARKED);
        assertThat(outcome.getReason().getCode()).isEqualTo("same-name-in-xpm");
    }

    @Test
    void createsNobodyOfANumberThatStandsInXpm() throws Exception {
        told(Entities.company("c-standing", "Numbered Pty Ltd")
                .setAcn("005749986")
                .build());
        String standing = world.pushed(world.push("c-standing")).getClientId();
        world.xero.edit(standing, Map.of("BusinessStructure", "Partnership"));
        world.run();
        told(Entities.company("c-numbered", "Numbered Pty Ltd")
                .setAcn("005749986")
                .build());

        EntitySynced outcome = world.pushed(world.push("c-numbered"));

        assertThat(outcome.getOutcome()).isEqualTo(Outcome.PARKED);
        assertThat(outcome.getReason().getCode()).isEqualTo("structure-differs");
    }

    @Test
    void takesNoTrustForTheTrusteeWhoseNumberItCarries() throws Exception {
        told(Entities.entity(EntityKind.TRUST, "t-settled", "Settled Trust")
                .setAbn("51824753556")
                .setRelationships(List.of(
                        Entities.role(RelationshipType.TRUSTEE, "c-acting").build()))
                .build());
        String trust = world.pushed(world.push("t-settled")).getClientId();
        world.xero.edit(
                trust, Map.of("Name", "The Settlement", "BusinessStructure", "", "CompanyNumber", "010 499 966"));
        world.run();
        told(Entities.company("c-acting", "Acting Pty Ltd").setAcn("010499966").build());

        EntitySynced outcome = world.pushed(world.push("c-acting"));

        assertThat(outcome.getOutcome()).isEqualTo(Outcome.CREATED);
        assertThat(outcome.getClientId()).isNotEqualTo(trust);
    }

    private void told(Entity entity) {
        String event = world.change(entity, ChangeCause.EDITED);
        assertThat(world.outcome(event, entity.getEntityId()).getOutcome()).isEqualTo(Outcome.RECORDED);
    }
}
