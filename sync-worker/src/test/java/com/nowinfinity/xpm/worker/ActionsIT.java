package com.nowinfinity.xpm.worker;

import static com.nowinfinity.xpm.worker.World.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.Action;
import com.nowinfinity.xpm.events.ActionTarget;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.ClientImported;
import com.nowinfinity.xpm.events.Difference;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityCompared;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.PushRequested;
import com.nowinfinity.xpm.events.SeenValues;
import com.nowinfinity.xpm.events.StepPurpose;
import com.nowinfinity.xpm.events.SyncStep;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.events.WorkPlanned;
import com.nowinfinity.xpm.simulator.faults.Effect;
import com.nowinfinity.xpm.simulator.faults.Fault;
import com.nowinfinity.xpm.simulator.faults.FaultScript;
import com.nowinfinity.xpm.simulator.faults.Sample;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a person decides on single records, each time on a company of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActionsIT {

    private final World world;

    ActionsIT() throws Exception {
        world = new World(200, 3);
        world.connect(false);
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void writesTheDecidedFieldAndNoOther() throws Exception {
        EntitySynced created = pushed("both");
        world.xero.edit(created.getClientId(), Map.of("Phone", "0288880000", "Email", "theirs@example.com"));
        Difference phone = checked(created.getEntityId(), "phone");

        String preview = world.act(Action.RESOLVE_PUSH, true, seen(created, phone));
        WorkPlanned plan = world.plan(preview);
        assertThat(plan.getFields()).extracting(field -> field.getField()).containsExactly("phone");
        assertThat(plan.getUpdates()).isOne();
        assertThat(element(created, "Phone")).isEqualTo("0288880000");

        String decided = world.act(Action.RESOLVE_PUSH, false, seen(created, phone));

        EntitySynced outcome = world.outcome(decided, created.getEntityId());
        assertThat(outcome.getOutcome()).isEqualTo(Outcome.UPDATED);
        assertThat(outcome.getFields()).containsExactly("phone");
        assertThat(element(created, "Phone")).isEqualTo("0299990000");
        assertThat(element(created, "Email")).isEqualTo("theirs@example.com");

        String undo = world.act(Action.UNDO, false, of(created));
        EntitySynced undone = world.outcome(undo, created.getEntityId());
        assertThat(undone.getOutcome()).isEqualTo(Outcome.UPDATED);
        assertThat(undone.getCalls()).isEqualTo(2);
        assertThat(undone.getSteps())
                .extracting(SyncStep::getPurpose)
                .containsExactly(StepPurpose.LOOK, StepPurpose.WRITE);
        assertThat(element(created, "Phone")).isEqualTo("0288880000");
        String again = world.act(Action.UNDO, false, of(created));
        assertThat(world.outcome(again, created.getEntityId()).getOutcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void refusesADecisionOnAValueThatHasMoved() throws Exception {
        EntitySynced created = pushed("moved");
        world.xero.edit(created.getClientId(), Map.of("Phone", "0288880001"));
        Difference phone = checked(created.getEntityId(), "phone");
        world.xero.edit(created.getClientId(), Map.of("Phone", "0288880002"));

        String decided = world.act(Action.RESOLVE_PUSH, false, seen(created, phone));

        EntitySynced outcome = world.outcome(decided, created.getEntityId());
        assertThat(outcome.getOutcome()).isEqualTo(Outcome.FAILED);
        assertThat(outcome.getReason().getCode()).isEqualTo("moved");
        assertThat(element(created, "Phone")).isEqualTo("0288880002");
    }

    @Test
    void takesContactFieldsAndNothingThatAsicGoverns() throws Exception {
        EntitySynced created = pushed("taken");
        world.xero.edit(created.getClientId(), Map.of("Phone", "0288880003", "Name", "Another Name Pty Ltd"));
        Difference phone = checked(created.getEntityId(), "phone");

        String taken = world.act(Action.RESOLVE_TAKE, false, seen(created, phone));
        assertThat(world.outcome(taken, created.getEntityId()).getOutcome()).isEqualTo(Outcome.RECORDED);
        ClientImported imported = soon().until(
                        () -> world.imported.stream()
                                .filter(client -> created.getEntityId().equals(client.getEntityId())
                                        && !client.getTake().isEmpty())
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        assertThat(imported.getTake()).containsExactly("phone");
        assertThat(imported.getEntity().getPhone()).isEqualTo("0288880003");

        String refused = world.act(Action.RESOLVE_TAKE, false, of(created).setField("name"));
        EntitySynced outcome = world.outcome(refused, created.getEntityId());
        assertThat(outcome.getOutcome()).isEqualTo(Outcome.FAILED);
        assertThat(outcome.getReason().getCode()).isEqualTo("not-to-be-taken");
    }

    @Test
    void linksPointsElsewhereAndUnlinks() throws Exception {
        EntitySynced one = pushed("one");
        EntitySynced two = pushed("two");
        Entity third = company("third");
        world.outcome(world.change(third, ChangeCause.CREATED), third.getEntityId());

        assertThat(act(Action.LINK, third, one.getClientId()).getClientId()).isEqualTo(one.getClientId());
        assertThat(act(Action.LINK, third, two.getClientId()).getClientId()).isEqualTo(two.getClientId());
        assertThat(act(Action.UNLINK, third, two.getClientId()).getOutcome()).isEqualTo(Outcome.UPDATED);
        EntitySynced nothing = act(Action.UNLINK, third, null);
        assertThat(nothing.getOutcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(nothing.getReason().getCode()).isEqualTo("not-linked");
        EntitySynced unknown = act(Action.LINK, third, "no-such-client");
        assertThat(unknown.getOutcome()).isEqualTo(Outcome.FAILED);
        assertThat(unknown.getSteps()).extracting(SyncStep::getPurpose).containsExactly(StepPurpose.LOOK);
    }

    @Test
    void neverWritesAnAcceptedField() throws Exception {
        EntitySynced created = pushed("accepted");
        assertThat(outcome(Action.ACCEPT, of(created).setField("phone")).getOutcome())
                .isEqualTo(Outcome.RECORDED);
        assertThat(outcome(Action.ACCEPT, of(created).setField("email").setUntil("2020-06-30"))
                        .getOutcome())
                .as("accepted until a day that is over")
                .isEqualTo(Outcome.RECORDED);
        Entity changed = Entity.newBuilder(company("accepted"))
                .setEntityId(created.getEntityId())
                .setName(world.xero.inXpm(created.getClientId()).path("name").asString())
                .setVersion(2)
                .setPhone("0299991111")
                .setEmail("new@example.com")
                .build();
        world.outcome(world.change(changed, ChangeCause.EDITED), created.getEntityId());

        world.pushed(world.push(created.getEntityId()));

        assertThat(element(created, "Email")).isEqualTo("new@example.com");
        assertThat(element(created, "Phone")).isEqualTo("0299990000");
    }

    @Test
    void letsAMistypedIdThatIsLinkedLeadNothing() throws Exception {
        EntitySynced created = pushed("typed");
        Entity mistyped = company("0-typed");
        assertThat(act(Action.LINK, mistyped, created.getClientId()).getOutcome())
                .isEqualTo(Outcome.UPDATED);
        Entity changed = Entity.newBuilder(company("typed"))
                .setVersion(2)
                .setEmail("typed@example.com")
                .build();
        world.outcome(world.change(changed, ChangeCause.EDITED), created.getEntityId());

        assertThat(world.pushed(world.push(created.getEntityId())).getOutcome()).isEqualTo(Outcome.UPDATED);
        assertThat(element(created, "Email")).isEqualTo("typed@example.com");
    }

    @Test
    void dropsWhatIsParkedOnceAndRetriesItOnce() throws Exception {
        EntitySynced created = pushed("parked");
        world.xero.edit(created.getClientId(), Map.of("IsArchived", "Yes"));
        PushRequested push = world.push(created.getEntityId()).build();
        world.publish(Topics.PUSH_REQUESTED, push);
        assertThat(world.outcome(push.getEventId(), created.getEntityId()).getOutcome())
                .isEqualTo(Outcome.PARKED);

        assertThat(outcome(Action.RETRY, of(created)).getOutcome()).isEqualTo(Outcome.RECORDED);
        assertThat(outcome(Action.DROP, of(created)).getOutcome()).isIn(Outcome.RECORDED, Outcome.UNCHANGED);
        soon().untilAsserted(() -> {
            outcome(Action.DROP, of(created));
            assertThat(finalOutcomes(push, created.getEntityId())).containsExactly(Outcome.DROPPED);
        });
        assertThat(outcome(Action.DROP, of(created)).getReason().getCode()).isEqualTo("not-parked");
        assertThat(finalOutcomes(push, created.getEntityId())).containsExactly(Outcome.DROPPED);
    }

    @Test
    void endsWhatXpmDeclines() throws Exception {
        EntitySynced created = pushed("declined");
        FaultScript declines =
                FaultScript.of(1, Fault.on("client.api/get", Effect.Respond.of(400, Sample.STATUS_ERROR)));

        world.xero.simulator.play(declines);
        EntitySynced looked = outcome(Action.CHECK_AGAIN, of(created));
        EntitySynced linked = outcome(Action.LINK, of(created).setClientId("87654321"));
        world.xero.simulator.play(FaultScript.of(1));

        assertThat(List.of(looked, linked)).allSatisfy(outcome -> {
            assertThat(outcome.getOutcome()).isEqualTo(Outcome.FAILED);
            assertThat(outcome.getReason().getCode()).isEqualTo("xpm-rejected");
            assertThat(outcome.getCalls()).isOne();
        });
    }

    @Test
    void answersADecisionOnWhatThePortalHasNotTold() {
        ActionTarget.Builder document =
                ActionTarget.newBuilder().setDocumentId("never-told-document").setEntityId("c-never-told");
        for (Action action : List.of(Action.RETRY, Action.DROP, Action.UNDO)) {
            String decided = world.act(action, false, document);
            soon().untilAsserted(() -> assertThat(world.documentOutcomes(decided, "never-told-document"))
                    .extracting(EntitySynced::getOutcome)
                    .containsExactly(Outcome.FAILED));
        }
        assertThat(outcome(Action.RESOLVE_PUSH, ActionTarget.newBuilder().setEntityId("c-never-told"))
                        .getReason()
                        .getCode())
                .isEqualTo("entity-unknown");
    }

    private List<Outcome> finalOutcomes(PushRequested push, String entityId) {
        return world.outcomes.stream()
                .filter(outcome -> outcome.getCausedBy().contains(push.getEventId())
                        && outcome.getEntityId().equals(entityId)
                        && outcome.getOutcome() != Outcome.PARKED)
                .map(EntitySynced::getOutcome)
                .toList();
    }

    private EntitySynced act(Action action, Entity entity, @Nullable String clientId) {
        return outcome(
                action,
                ActionTarget.newBuilder().setEntityId(entity.getEntityId()).setClientId(clientId));
    }

    private EntitySynced outcome(Action action, ActionTarget.Builder target) {
        String event = world.act(action, false, target);
        return world.outcome(event, target.getEntityId());
    }

    /** The row of a field, after one look. */
    private Difference checked(String entityId, String field) {
        String look =
                world.act(Action.CHECK_AGAIN, false, ActionTarget.newBuilder().setEntityId(entityId));
        EntitySynced outcome = world.outcome(look, entityId);
        assertThat(outcome.getOutcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(outcome.getSteps()).extracting(SyncStep::getPurpose).containsExactly(StepPurpose.LOOK);
        EntityCompared compared = soon().until(
                        () -> world.compared.stream()
                                .filter(pair -> look.equals(pair.getActionId()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        assertThat(compared.getRunId()).isEmpty();
        return compared.getDifferences().stream()
                .filter(difference -> field.equals(difference.getField()))
                .findFirst()
                .orElseThrow();
    }

    private static ActionTarget.Builder seen(EntitySynced of, Difference row) {
        return of(of).setField(row.getField()).setExpectedHash(SeenValues.hash(row.getNowInfinity(), row.getXpm()));
    }

    private static ActionTarget.Builder of(EntitySynced synced) {
        return ActionTarget.newBuilder().setEntityId(synced.getEntityId());
    }

    private String element(EntitySynced of, String element) throws Exception {
        return world.xero.inXpm(of.getClientId()).path("elements").path(element).asString("");
    }

    private EntitySynced pushed(String id) {
        Entity company = company(id);
        world.outcome(world.change(company, ChangeCause.CREATED), company.getEntityId());
        EntitySynced created = world.pushed(world.push(company.getEntityId()));
        assertThat(created.getOutcome()).isEqualTo(Outcome.CREATED);
        return created;
    }

    private Entity company(String id) {
        return Entities.company("c-" + id, "Decided %s Holdings Pty Ltd".formatted(id))
                .setPhone("0299990000")
                .setEmail("ours@example.com")
                .build();
    }
}
