package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Action;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.worker.dispatch.PushSettings;
import com.nowinfinity.xpm.worker.simulation.Script.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A person takes back what was written last: a company's new name. */
class UndoneTest {

    private static final String BUSINESS = "harbour";
    private static final PushSettings FORGETTING = new PushSettings(false, true, false, 10, Duration.ofSeconds(5));

    private final List<ClientPatch> updates = new ArrayList<>();
    private final Plants hearing = Plants.listening((call, said) -> {
        if (call.equals("updateClient")) {
            updates.add((ClientPatch) said.getLast());
        }
    });

    @Test
    @DisplayName("7 what the portal says by now does not keep what we wrote")
    void takesBackWhatStandsThoughThePortalSaysSomethingElseByNow() {
        SimWorld world = new SimWorld(1, hearing);
        Subject company = renamed(world);
        world.script.unfollow(BUSINESS);
        world.script.tellAgain(company.renamed("Not sent"), 3, 1);
        world.script.later(Duration.ofMinutes(5));
        String undo = world.script.decide(Action.UNDO, company, null);

        world.run();

        assertThat(world.story.outcome(undo, company.entityId())).contains(Outcome.UPDATED);
        assertThat(shown(world, company).name()).isEqualTo("Company harbour-1");
    }

    @Test
    @DisplayName("7 what somebody has changed since is kept")
    void keepsWhatSomebodyHasChangedSince() {
        SimWorld world = new SimWorld(1, hearing);
        Subject company = renamed(world);
        edit(world, company, ClientElement.NAME, "Somebody's own");
        String undo = world.script.decide(Action.UNDO, company, null);

        world.run();

        assertThat(world.story.outcome(undo, company.entityId())).contains(Outcome.FAILED);
        assertThat(shown(world, company).name()).isEqualTo("Somebody's own");
    }

    @Test
    @DisplayName("3.2 nothing is taken back from a client that a veto holds against its link")
    void leavesAClientAloneThatTurnsOutToBeAnother() {
        SimWorld world = new SimWorld(1, hearing);
        Subject company = renamed(world);
        edit(world, company, ClientElement.COMPANY_NUMBER, "010499966");
        String undo = world.script.decide(Action.UNDO, company, null);

        world.run();

        assertThat(world.story.code(undo, company.entityId())).contains("link-contradicted");
        assertThat(updates).hasSize(1);
    }

    @Test
    @DisplayName("7 an XPM that forgets what is not named is told everything, by an undo too")
    void namesEverythingWhereXpmForgetsTheRest() {
        SimWorld world = new SimWorld(1, hearing.pushing(FORGETTING));
        Subject company = renamed(world);
        world.script.decide(Action.UNDO, company, null);

        world.run();

        assertThat(updates)
                .hasSize(2)
                .allSatisfy(patch -> assertThat(patch.elements())
                        .containsKeys(ClientElement.NAME, ClientElement.EMAIL, ClientElement.COMPANY_NUMBER));
    }

    @Test
    @DisplayName("2 an XPM that forgets what is not named must not forget a tax file number")
    void sendsNothingThatWouldLoseATaxFileNumber() {
        SimWorld world = new SimWorld(1, hearing.pushing(FORGETTING));
        Subject company = renamed(world);
        edit(world, company, ClientElement.TAX_NUMBER, "******782");
        String undo = world.script.decide(Action.UNDO, company, null);
        world.script.later(Duration.ofMinutes(5));
        world.script.change(company.renamed("Newest"), 3, ChangeCause.CORPORATE_MESSENGER);

        world.run();

        assertThat(world.story.code(undo, company.entityId())).contains("tax-file-number-at-stake");
        assertThat(world.story.isParked(company.entityId())).isTrue();
        assertThat(updates).hasSize(1);
    }

    /** Pushed, and renamed by a followed change. */
    private static Subject renamed(SimWorld world) {
        Subject company = world.script.subject(BUSINESS, 1);
        world.script.connect(BUSINESS, company.tenantId(), 1);
        world.script.change(company, 1, ChangeCause.EDITED);
        world.script.push(company);
        world.script.later(Duration.ofMinutes(5));
        Subject renamed = company.renamed("Renamed harbour-1");
        world.script.tellAgain(renamed, 2, 1);
        world.script.later(Duration.ofMinutes(5));
        return renamed;
    }

    /** By a person in XPM, just before what comes next. */
    private static void edit(SimWorld world, Subject company, ClientElement element, String value) {
        world.scheduler.after(
                Duration.between(world.scheduler.now(), world.script.time()).minusSeconds(30),
                () -> world.practices.edit(
                        company.tenantId(), shown(world, company).id(), element, value));
    }

    private static PracticeClient shown(SimWorld world, Subject company) {
        return world.clientOf(company).orElseThrow();
    }
}
