package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.PlannedField;
import com.nowinfinity.xpm.events.PushScope;
import com.nowinfinity.xpm.events.WorkPlanned;
import com.nowinfinity.xpm.worker.mirror.Mirror;
import com.nowinfinity.xpm.worker.simulation.Script.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A preview promises what the push would write, and nothing else. */
class PushPreviewTest {

    private static final String BUSINESS = "harbour";
    private static final Duration LATER = Duration.ofMinutes(10);

    private final SimWorld world = new SimWorld(1);
    private final Subject director = world.script.subject(BUSINESS, 100);
    private final Subject company = world.script.subject(BUSINESS, 1).directedBy(director);

    @BeforeEach
    void bothAreTold() {
        world.script.connect(BUSINESS, company.tenantId(), 1);
        world.script.change(director, 1, ChangeCause.EDITED);
        world.script.change(company, 1, ChangeCause.EDITED);
        world.script.later(LATER);
    }

    @Test
    void countsTheRelationshipsOfThoseWhoAreToBeCreated() {
        String all = world.script.preview(company, PushScope.ALL);
        String alone = world.script.preview(company, PushScope.ENTITY_ONLY);
        world.script.change(company.withResignation("2024-06-30"), 2, ChangeCause.EDITED);
        world.script.later(LATER);
        String resigned = world.script.preview(company, PushScope.ALL);

        assertThat(plan(all).getCreates()).isEqualTo(2);
        assertThat(plan(all).getRelationships()).isOne();
        assertThat(plan(all).getCalls()).isEqualTo(5);
        assertThat(plan(alone).getRelationships()).isZero();
        assertThat(plan(resigned).getRelationships()).isZero();
    }

    @Test
    void findsNothingToWriteOfWhatWasPushed() {
        world.script.push(company, List.of(director), null);
        world.script.later(LATER);
        String again = world.script.preview(company, PushScope.ALL);

        assertThat(plan(again).getRelationships()).isZero();
        assertThat(plan(again).getUpdates()).isZero();
        assertThat(plan(again).getCalls()).isEqualTo(2);
    }

    @Test
    void showsThatADirectorHasResigned() {
        world.script.push(company, List.of(director), null);
        world.script.later(LATER);
        world.script.change(company.withResignation("2024-06-30"), 2, ChangeCause.EDITED);
        world.script.later(LATER);
        String resigned = world.script.preview(company, PushScope.ENTITY_ONLY);

        assertThat(plan(resigned).getRelationships()).isOne();
        assertThat(plan(resigned).getFields())
                .extracting(PlannedField::getField)
                .containsExactly("email", "DIRECTOR:" + director.entityId());
        assertThat(plan(resigned).getCalls()).isEqualTo(3);
    }

    @Test
    void countsTheRoleOfOneWhoIsThereAndDoesNotGoAlong() {
        world.script.push(director);
        world.script.later(LATER);
        String created = world.script.preview(company, PushScope.ENTITY_ONLY);
        world.script.push(company);
        world.script.later(LATER);
        String updated = world.script.preview(company, PushScope.ENTITY_ONLY);

        assertThat(plan(created).getRelationships()).isOne();
        assertThat(plan(updated).getRelationships()).isOne();
        assertThat(plan(updated).getFields())
                .extracting(PlannedField::getField)
                .containsExactly("DIRECTOR:" + director.entityId());
    }

    @Test
    void promisesNothingOfAClientThatContradictsItsLink() {
        world.script.push(company);
        world.script.later(LATER);
        world.scheduler.after(
                Duration.between(world.scheduler.now(), world.script.time()),
                () -> world.practices.edit(
                        company.tenantId(),
                        world.clientOf(company).orElseThrow().id(),
                        ClientElement.COMPANY_NUMBER,
                        "010499966"));
        world.script.later(LATER);
        world.script.run(BUSINESS, "a-run");
        world.script.later(LATER);
        world.script.change(company, 2, ChangeCause.EDITED);
        world.script.later(LATER);
        String contradicted = world.script.preview(company, PushScope.ALL);

        assertThat(plan(contradicted).getFields()).isEmpty();
        assertThat(plan(contradicted).getUpdates()).isZero();
        assertThat(plan(contradicted).getRelationships()).isZero();
        assertThat(plan(contradicted).getCreates()).as("its director").isOne();
    }

    @Test
    void promisesNoClientWhereSomebodyOfTheSameNameIsThere() {
        new Mirror(world.shelf("mirror"), () -> Instant.EPOCH)
                .show(
                        BUSINESS,
                        company.tenantId(),
                        world.practices.add(
                                company.tenantId(),
                                ClientPatch.NONE
                                        .set(ClientElement.NAME, director.name())
                                        .set(ClientElement.BUSINESS_STRUCTURE, "Company")));
        String doubtful = world.script.preview(company, PushScope.ALL);

        assertThat(plan(doubtful).getCreates()).as("the company alone").isOne();
        assertThat(plan(doubtful).getRelationships()).isZero();
    }

    private boolean isOver;

    private WorkPlanned plan(String pushId) {
        if (!isOver) {
            world.run();
            isOver = true;
        }
        return world.story.plan(pushId);
    }
}
