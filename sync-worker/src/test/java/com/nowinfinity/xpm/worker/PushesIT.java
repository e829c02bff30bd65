package com.nowinfinity.xpm.worker;

import static com.nowinfinity.xpm.worker.World.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.GroupMode;
import com.nowinfinity.xpm.events.ImportedGroup;
import com.nowinfinity.xpm.events.Lodgement;
import com.nowinfinity.xpm.events.LodgementState;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.PlannedField;
import com.nowinfinity.xpm.events.PlannedPerson;
import com.nowinfinity.xpm.events.PushRequested;
import com.nowinfinity.xpm.events.PushScope;
import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.events.RelationshipType;
import com.nowinfinity.xpm.events.Settings;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.events.WorkPlanned;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What a push takes along, writes, leaves, and says of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PushesIT {

    private static final String NUMBER = "123456782";

    private final World world;

    PushesIT() throws Exception {
        world = new World(200, 5);
        world.unkept.add("OTHER");
        world.connect(false, Settings.newBuilder().setSendTaxFileNumbers(true).build());
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void ticksThoseWhoRunATrustAndNotThoseWhoGaveOrMayReceive() {
        told(Entities.person("p-appointor", "Ada", "Pointer").build());
        told(Entities.person("p-settlor", "Set", "Lorimer").build());
        told(Entities.company("c-trustee", "Trusted Pty Ltd").build());
        told(Entities.entity(EntityKind.TRUST, "t-plan", "Planned Family Trust")
                .setRelationships(List.of(
                        Entities.role(RelationshipType.APPOINTOR, "p-appointor").build(),
                        Entities.role(RelationshipType.SETTLOR, "p-settlor").build(),
                        Entities.role(RelationshipType.TRUSTEE, "c-trustee").build()))
                .build());

        WorkPlanned all = preview(world.push("t-plan"));
        assertThat(all.getPeople())
                .filteredOn(PlannedPerson::getTicked)
                .extracting(PlannedPerson::getEntityId)
                .containsExactlyInAnyOrder("t-plan", "p-appointor", "c-trustee");
        assertThat(all.getPeople()).extracting(PlannedPerson::getEntityId).contains("p-settlor");
        assertThat(all.getCreates()).isEqualTo(3);
        WorkPlanned firms = preview(world.push("t-plan").setScope(PushScope.WITHOUT_INDIVIDUALS));
        assertThat(firms.getEntityIds()).containsExactlyInAnyOrder("t-plan", "c-trustee");
        WorkPlanned alone = preview(world.push("t-plan").setScope(PushScope.ENTITY_ONLY));
        assertThat(alone.getEntityIds()).containsExactly("t-plan");
    }

    @Test
    void ticksPeopleWhoHoldSharesAndNotFirms() {
        told(Entities.person("p-holder", "Ina", "Holder").build());
        told(Entities.entity(EntityKind.SOLE_TRADER, "s-holder", "Sol Trader").build());
        told(Entities.company("c-investor", "Outside Investor Pty Ltd").build());
        told(Entities.company("c-held", "Held Pty Ltd")
                .setRelationships(List.of(
                        Entities.shares("p-holder", 1),
                        Entities.shares("s-holder", 2),
                        Entities.shares("c-investor", 3)))
                .build());

        assertThat(preview(world.push("c-held")).getPeople())
                .filteredOn(PlannedPerson::getTicked)
                .extracting(PlannedPerson::getEntityId)
                .containsExactlyInAnyOrder("c-held", "p-holder", "s-holder");
    }

    @Test
    void sendsNothingWhenItIsAnotherThingByNowThanWhatWasConfirmed() {
        Entity shown = Entities.company("c-stale", "Stale Plans Pty Ltd")
                .setPhone("0299990000")
                .build();
        told(shown);
        assertThat(world.pushed(world.push("c-stale")).getOutcome()).isEqualTo(Outcome.CREATED);
        told(Entity.newBuilder(shown).setVersion(2).setPhone("0299990001").build());
        PushRequested.Builder push = world.push("c-stale");
        preview(push);
        told(Entity.newBuilder(shown).setVersion(3).setPhone("0299990002").build());

        EntitySynced outcome = world.pushed(confirmed(push));

        assertThat(outcome.getOutcome()).isEqualTo(Outcome.FAILED);
        assertThat(outcome.getReason().getCode()).isEqualTo("plan-stale");
        PushRequested.Builder fresh = world.push("c-stale");
        assertThat(preview(fresh).getFields()).hasSize(1);
        assertThat(world.pushed(confirmed(fresh)).getOutcome()).isEqualTo(Outcome.UPDATED);
    }

    @Test
    void putsEverybodyIntoAnExistingGroupByTheIdThatTheImportTold() throws Exception {
        world.run();
        ImportedGroup standing = soon().until(
                        () -> world.imported.stream()
                                .flatMap(client -> client.getGroups().stream())
                                .filter(group -> group.getName() != null)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        told(Entities.person("p-joins", "Joy", "Joiner").build());
        told(Entities.company("c-joins", "Joining Pty Ltd")
                .setRelationships(List.of(
                        Entities.role(RelationshipType.DIRECTOR, "p-joins").build()))
                .build());
        PushRequested push = world.push("c-joins")
                .setGroupMode(GroupMode.EXISTING)
                .setGroupId(standing.getGroupId())
                .build();

        world.publish(Topics.PUSH_REQUESTED, push);

        for (String joined : List.of("c-joins", "p-joins")) {
            EntitySynced outcome = world.outcome(push.getEventId(), joined);
            assertThat(outcome.getOutcome()).isEqualTo(Outcome.CREATED);
            assertThat(world.xero.inXpm(outcome.getClientId()).path("groups").values())
                    .extracting(JsonNode::asString)
                    .containsExactly(standing.getName());
        }
        long calls = world.xero.calls();
        EntitySynced again = world.pushed(
                world.push("c-joins").setGroupMode(GroupMode.EXISTING).setGroupId(standing.getGroupId()));
        assertThat(again.getOutcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(world.xero.simulator.history().stream().skip(calls))
                .noneMatch(call -> call.path().endsWith("clientgroup.api/members"));
    }

    @Test
    void saysWhyAPreviewCannotBeConfirmed() {
        WorkPlanned plan = preview(world.push("c-nobody-told"));

        assertThat(plan.getReason().getCode()).isEqualTo("entity-unknown");
    }

    @Test
    void saysWhichRelationshipsWaitForTheirHolders() {
        told(Entities.company("c-waits", "Waiting Roles Pty Ltd")
                .setRelationships(List.of(
                        Entities.role(RelationshipType.DIRECTOR, "p-later").build(),
                        Entities.role(RelationshipType.SHAREHOLDER, "c-waits").build()))
                .build());

        EntitySynced outcome = world.pushed(world.push("c-waits").setRelationships(true));

        assertThat(outcome.getOutcome()).isEqualTo(Outcome.CREATED);
        assertThat(outcome.getReason().getCode()).isEqualTo("relationships-wait");
        assertThat(outcome.getReason().getText()).contains("DIRECTOR:p-later").doesNotContain("SHAREHOLDER");
    }

    @Test
    void sendsNoStateThatAFormOnlyForetells() throws Exception {
        Entity.Builder company = Entities.company("c-form", "Formal Pty Ltd");
        told(company.setPhone("0299990000").build());
        String clientId = world.pushed(world.push("c-form")).getClientId();
        lodged(company.setVersion(2).setPhone("0299991111").build(), LodgementState.DRAFT);

        EntitySynced drafted = world.pushed(world.push("c-form"));

        assertThat(drafted.getOutcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(phone(clientId)).isEqualTo("0299990000");
        lodged(company.setVersion(3).build(), LodgementState.ACCEPTED);
        assertThat(world.pushed(world.push("c-form")).getFields()).containsExactly("phone");
        assertThat(phone(clientId)).isEqualTo("0299991111");
    }

    @Test
    void saysThatNothingOfAnEntityIsInForce() {
        lodged(Entities.company("c-unborn", "Unborn Pty Ltd").build(), LodgementState.LODGED);

        assertThat(world.pushed(world.push("c-unborn")).getReason().getCode()).isEqualTo("not-in-force");
    }

    @Test
    void fillsABlankLabel() throws Exception {
        told(Entities.company("c-blank", "Unlabelled Pty Ltd").build());
        String clientId = world.pushed(world.push("c-blank")).getClientId();
        world.xero.edit(clientId, Map.of("BusinessStructure", ""));
        world.run();

        PushRequested.Builder push = world.push("c-blank");
        assertThat(preview(push).getFields()).extracting(PlannedField::getField).containsExactly("kind");
        assertThat(world.pushed(world.push("c-blank")).getFields()).containsExactly("kind");
        assertThat(world.xero
                        .inXpm(clientId)
                        .path("elements")
                        .path("BusinessStructure")
                        .asString())
                .isNotEmpty();
    }

    @Test
    void comesToAnEndWhenFirmsOwnEachOther() {
        told(Entities.company("c-ring-1", "Ring One Pty Ltd")
                .setRelationships(owner("c-ring-2"))
                .build());
        told(Entities.company("c-ring-2", "Ring Two Pty Ltd")
                .setRelationships(owner("c-ring-1"))
                .build());

        PushRequested.Builder push =
                world.push("c-ring-1").setRelationships(true).setInclude(List.of("c-ring-2"));

        assertThat(world.pushed(push).getOutcome()).isEqualTo(Outcome.CREATED);
    }

    @Test
    void leavesOutThatAFirmOwnsItself() throws Exception {
        told(Entities.company("c-self", "Self Owned Pty Ltd")
                .setRelationships(owner("c-self"))
                .build());

        EntitySynced outcome = world.pushed(
                world.push("c-self").setScope(PushScope.ENTITY_ONLY).setRelationships(true));

        assertThat(outcome.getOutcome()).isEqualTo(Outcome.CREATED);
        assertThat(outcome.getReason()).isNull();
        assertThat(world.xero.inXpm(outcome.getClientId()).path("relationships").values())
                .isEmpty();
    }

    @Test
    void parksASharesTotalThatPracticeManagerCannotHold() {
        told(Entities.company("c-holder", "Vast Holdings Pty Ltd").build());
        Relationship vast = Entities.role(RelationshipType.SHAREHOLDER, "c-holder")
                .setShares(3_000_000_000L)
                .build();
        told(Entities.company("c-vast", "Vast Shares Pty Ltd")
                .setRelationships(List.of(vast))
                .build());
        world.pushed(world.push("c-holder"));

        EntitySynced outcome = world.pushed(
                world.push("c-vast").setScope(PushScope.ENTITY_ONLY).setRelationships(true));

        assertThat(outcome.getOutcome()).isEqualTo(Outcome.PARKED);
        assertThat(outcome.getReason().getCode()).isEqualTo("shares-too-many");
        assertThat(outcome.getReason().getText()).contains("3000000000");
    }

    @Test
    void tellsInTheEndThatNothingWaitsAndHowMuchIsParked() {
        Relationship vast = Entities.role(RelationshipType.SHAREHOLDER, "c-owner")
                .setShares(3_000_000_000L)
                .build();
        told(Entities.company("c-owner", "Vast Owner Pty Ltd").build());
        told(Entities.company("c-owned", "Vast Property Pty Ltd")
                .setRelationships(List.of(vast))
                .build());
        world.pushed(world.push("c-owner"));
        world.pushed(world.push("c-owned").setScope(PushScope.ENTITY_ONLY).setRelationships(true));

        soon().untilAsserted(() -> assertThat(world.used.getLast()).satisfies(usage -> {
            assertThat(usage.getWaiting()).isZero();
            assertThat(usage.getParked()).isPositive();
        }));
    }

    @Test
    void createsNothingOfAStructureThatThePracticeDoesNotKeep() {
        told(Entities.entity(EntityKind.OTHER, "a-club", "Bowling Club Inc").build());
        long before = world.xero.calls();

        EntitySynced outcome = world.pushed(world.push("a-club"));

        assertThat(outcome.getOutcome()).isEqualTo(Outcome.FAILED);
        assertThat(outcome.getReason().getCode()).isEqualTo("structure-not-handled");
        assertThat(world.xero.calls()).isEqualTo(before);
    }

    @Test
    void writesATaxFileNumberOnlyIntoABlankAndTellsItToNobody() throws Exception {
        world.xero.taxFileNumbers.put("ref-1", NUMBER);
        Entity company = Entities.company("c-tfn", "Numbered Pty Ltd")
                .setTfnReference("ref-1")
                .setTfnTail(NUMBER.substring(6))
                .build();
        told(company);

        EntitySynced created = world.pushed(world.push("c-tfn"));

        assertThat(created.getOutcome()).isEqualTo(Outcome.CREATED);
        assertThat(world.xero.inXpm(created.getClientId()).toString()).contains(NUMBER);
        world.xero.taxFileNumbers.put("ref-1", "999999999");
        world.pushed(world.push("c-tfn"));
        assertThat(world.xero.inXpm(created.getClientId()).toString()).contains(NUMBER);
        told(Entities.company("c-gone", "Numberless Pty Ltd")
                .setTfnReference("ref-gone")
                .build());
        EntitySynced without = world.pushed(world.push("c-gone"));
        assertThat(without.getOutcome()).isEqualTo(Outcome.CREATED);
        assertThat(without.getReason().getCode()).isEqualTo("tax-file-number-gone");
        assertThat(world.outcomes.toString() + world.planned).doesNotContain(NUMBER);
    }

    @Test
    void writesATaxFileNumberThatCameInAfterTheLastChangeAndLetsItsCorrectionHoldNothingUp() throws Exception {
        String mistyped = "876543210";
        told(Entities.company("c-tail", "Mistyped Pty Ltd").build());
        world.xero.taxFileNumbers.put("c-tail", mistyped);
        EntitySynced created = world.pushed(world.push("c-tail"));
        assertThat(created.getReason()).isNull();
        assertThat(world.xero.inXpm(created.getClientId()).toString()).contains(mistyped);
        told(Entities.company("c-tail", "Mistyped Pty Ltd")
                .setVersion(2)
                .setTfnReference("ref-corrected")
                .setTfnTail("782")
                .setPhone("0299991234")
                .build());

        EntitySynced updated = world.pushed(world.push("c-tail"));

        assertThat(updated.getOutcome()).isEqualTo(Outcome.UPDATED);
        assertThat(updated.getFields()).containsExactly("phone");
        assertThat(world.xero.inXpm(created.getClientId()).toString())
                .as("it is never overwritten")
                .contains(mistyped);
    }

    @Test
    void letsOnlyTheLeadingRecordOfAPersonWrite() throws Exception {
        told(Entities.person("p-lead-a", "Lea", "Derby")
                .setPersonDateOfBirth("1970-01-02")
                .setPhone("0299990000")
                .build());
        told(Entities.person("p-lead-b", "Lea", "Derby")
                .setPersonDateOfBirth("1970-01-02")
                .setPhone("0299990000")
                .build());
        EntitySynced leading = world.pushed(world.push("p-lead-a"));
        assertThat(world.pushed(world.push("p-lead-b")).getClientId()).isEqualTo(leading.getClientId());
        told(Entities.person("p-lead-b", "Lea", "Derby")
                .setVersion(2)
                .setPersonDateOfBirth("1970-01-02")
                .setPhone("0299998888")
                .build());

        EntitySynced outcome = world.pushed(world.push("p-lead-b"));

        assertThat(outcome.getOutcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(outcome.getReason().getCode()).isEqualTo("not-leading");
        assertThat(world.xero
                        .inXpm(leading.getClientId())
                        .path("elements")
                        .path("Phone")
                        .asString())
                .isEqualTo("0299990000");
    }

    private static List<Relationship> owner(String entityId) {
        return List.of(Entities.role(RelationshipType.SHAREHOLDER, entityId)
                .setShares(10L)
                .build());
    }

    private void told(Entity entity) {
        String event = world.change(entity, ChangeCause.EDITED);
        assertThat(world.outcome(event, entity.getEntityId()).getOutcome()).isEqualTo(Outcome.RECORDED);
    }

    private void lodged(Entity entity, LodgementState state) {
        EntityChanged change = EntityChanged.newBuilder()
                .setEventId(World.id())
                .setBusinessId(world.businessId)
                .setOccurredAt(Instant.now())
                .setCause(ChangeCause.CORPORATE_MESSENGER)
                .setLodgement(
                        Lodgement.newBuilder().setForm("484").setState(state).build())
                .setEntity(entity)
                .build();
        world.publish(Topics.ENTITY_CHANGED, change);
        assertThat(world.outcome(change.getEventId(), entity.getEntityId()).getOutcome())
                .isEqualTo(Outcome.RECORDED);
    }

    private String phone(String clientId) throws Exception {
        return world.xero.inXpm(clientId).path("elements").path("Phone").asString();
    }

    private WorkPlanned preview(PushRequested.Builder push) {
        PushRequested asked =
                PushRequested.newBuilder(push.build()).setPreview(true).build();
        world.publish(Topics.PUSH_REQUESTED, asked);
        soon().until(() ->
                world.planned.stream().anyMatch(plan -> plan.getForId().equals(asked.getPushId())));
        return world.plan(asked.getPushId());
    }

    /** As connector-service sends it: the same push under an event of its own. */
    private static PushRequested.Builder confirmed(PushRequested.Builder push) {
        return PushRequested.newBuilder(push.build()).setEventId(World.id());
    }
}
