package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.practice.ClientRelationship;
import com.nowinfinity.xpm.api.practice.RelationshipDraft;
import com.nowinfinity.xpm.api.practice.RelationshipType;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.worker.simulation.Faults.Fate;
import com.nowinfinity.xpm.worker.simulation.Script.Subject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What it costs to follow a company whose directors XPM was seen to have. */
class RolesAsAgreedTest {

    private static final String BUSINESS = "harbour";

    private final List<String> calls = new ArrayList<>();
    // An even seed's practice has been listed before.
    private final SimWorld world = new SimWorld(2, Plants.hearing(calls::add));

    @Test
    void aStateLikeTheOneThatXpmHasCostsNothing() {
        Subject company = pushed(1).getFirst();
        String same = world.script.tellAgain(company, 2, 1);

        world.run().verify();

        assertThat(world.story.outcome(same, company.entityId())).contains(Outcome.UNCHANGED);
        assertThat(world.story.code(same, company.entityId())).contains("as-agreed");
        assertThat(calls).isEmpty();
    }

    @Test
    void aResignationIsLookedAtAndWritten() {
        Subject company = pushed(1).getFirst();
        world.script.change(company.withResignation("2024-06-30"), 2, ChangeCause.CORPORATE_MESSENGER);

        world.run().verify();

        assertThat(world.clientOf(company).orElseThrow().relationships())
                .singleElement()
                .satisfies(role -> assertThat(role.endDate()).isEqualTo(LocalDate.parse("2024-06-30")));
        assertThat(calls).containsExactly("getClient", "updateClient", "updateRelationship");
    }

    @Test
    void aResignationThatIsTakenBackIsWrittenToo() {
        Subject company = pushed(1).getFirst();
        world.script.change(company.withResignation("2024-06-30"), 2, ChangeCause.CORPORATE_MESSENGER);
        world.script.later(Duration.ofMinutes(10));
        world.script.change(company, 3, ChangeCause.CORPORATE_MESSENGER);

        world.run().verify();

        assertThat(world.clientOf(company).orElseThrow().relationships())
                .singleElement()
                .satisfies(role -> assertThat(role.endDate()).isNull());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fate.class,
            names = {"DIES_BEFORE", "DIES_AFTER", "LOST_BEFORE", "LOST_AFTER", "LATE"})
    @DisplayName("F6 an end date is there in the end, whatever becomes of its call and of who made it")
    void aResignationIsThereWhateverBecomesOfItsCall(Fate fate) {
        Subject company = pushed(1).getFirst();
        String resigned =
                world.script.change(company.withResignation("2024-06-30"), 2, ChangeCause.CORPORATE_MESSENGER);
        world.scheduler.after(Duration.ofMinutes(29), () -> world.faults.plan(Fate.ANSWERED, Fate.ANSWERED, fate));

        world.run().verify();

        assertThat(world.story.outcome(resigned, company.entityId())).isPresent();
        assertThat(world.clientOf(company).orElseThrow().relationships())
                .singleElement()
                .satisfies(role -> assertThat(role.endDate()).isEqualTo(LocalDate.parse("2024-06-30")));
        assertThat(calls.stream().filter("updateRelationship"::equals)).hasSizeBetween(1, 2);
    }

    @Test
    @DisplayName("F6 an end date whose repeat XPM declines because it is there already counts as written")
    void aResignationThatIsDeclinedAsDoneIsDone() {
        Subject company = pushed(1).getFirst();
        String resigned =
                world.script.change(company.withResignation("2024-06-30"), 2, ChangeCause.CORPORATE_MESSENGER);
        world.scheduler.after(
                Duration.ofMinutes(29),
                () -> world.faults.plan(
                        Fate.ANSWERED, Fate.ANSWERED, Fate.LOST_BEFORE, Fate.ANSWERED, Fate.DECLINED_AS_DONE));

        world.run().verify();

        assertThat(world.story.outcome(resigned, company.entityId())).contains(Outcome.UPDATED);
    }

    /** Twice in a row: what the first one sent is still known as ours. */
    @Test
    void aResignationIsTakenBackThoughXpmFailsOnThatToo() {
        Subject company = pushed(1).getFirst();
        world.script.tellAgain(company.withResignation("2024-06-30"), 2, 1);
        world.script.later(Duration.ofSeconds(20));
        world.script.tellAgain(company, 3, 1);
        world.scheduler.after(
                Duration.ofMinutes(29),
                () -> world.faults.plan(Fate.ANSWERED, Fate.LATE, Fate.ANSWERED, Fate.LOST_BEFORE));

        world.run();

        assertThat(world.judge.violations).isEmpty();
        assertThat(calls.stream().filter("updateRelationship"::equals)).hasSize(3);
        assertThat(world.clientOf(company).orElseThrow().relationships())
                .singleElement()
                .satisfies(role -> assertThat(role.endDate()).isNull());
    }

    @Test
    void anAppointmentIsWrittenThoughXpmShowsAnEarlierOneThatIsOver() {
        world.script.connect(BUSINESS, Script.tenantOf(BUSINESS), 1);
        Subject director = world.script.subject(BUSINESS, 100);
        Subject company = world.script.subject(BUSINESS, 1);
        world.script.change(director, 1, ChangeCause.EDITED);
        world.script.push(director);
        world.script.change(company, 1, ChangeCause.EDITED);
        world.script.push(company);
        world.scheduler.after(
                Duration.ofMinutes(10),
                () -> world.practices.relate(
                        company.tenantId(),
                        new RelationshipDraft(
                                clientId(company),
                                clientId(director),
                                RelationshipType.DIRECTOR,
                                null,
                                null,
                                LocalDate.parse("2010-01-01"),
                                LocalDate.parse("2015-01-01"))));
        world.script.later(Duration.ofMinutes(30));
        world.script.change(company.directedBy(director), 2, ChangeCause.CORPORATE_MESSENGER);

        world.run();

        assertThat(world.judge.violations).isEmpty();
        assertThat(world.clientOf(company).orElseThrow().relationships())
                .extracting(ClientRelationship::endDate)
                .containsExactly(LocalDate.parse("2015-01-01"), null);
    }

    private String clientId(Subject subject) {
        return world.clientOf(subject).orElseThrow().id();
    }

    /** XPM may have the one, and was seen to have the other. */
    @Test
    void aResignationWhoseAnswerIsLostIsNotTakenForTheStateBeforeIt() {
        Subject company = pushed(1).getFirst();
        world.script.tellAgain(company.withResignation("2024-06-30"), 2, 1);
        world.script.later(Duration.ofSeconds(20));
        String taken = world.script.tellAgain(company, 3, 1);
        world.scheduler.after(Duration.ofMinutes(29), () -> world.faults.plan(Fate.ANSWERED, Fate.LATE));

        world.run();

        assertThat(world.judge.violations).isEmpty();
        assertThat(world.story.outcome(taken, company.entityId())).contains(Outcome.UPDATED);
        assertThat(world.clientOf(company).orElseThrow().relationships())
                .singleElement()
                .satisfies(role -> assertThat(role.endDate()).isNull());
    }

    /** Half an hour later; their calls are not counted. */
    private List<Subject> pushed(int companies) {
        world.script.connect(BUSINESS, Script.tenantOf(BUSINESS), 1);
        Subject director = world.script.subject(BUSINESS, 100);
        world.script.change(director, 1, ChangeCause.EDITED);
        List<Subject> directed = new ArrayList<>();
        for (int number = 1; number <= companies; number++) {
            Subject company = world.script.subject(BUSINESS, number).directedBy(director);
            world.script.change(company, 1, ChangeCause.EDITED);
            world.script.push(company, List.of(director), null);
            directed.add(company);
        }
        world.script.later(Duration.ofMinutes(30)).atOnce();
        world.scheduler.after(Duration.ofMinutes(29), calls::clear);
        return directed;
    }
}
