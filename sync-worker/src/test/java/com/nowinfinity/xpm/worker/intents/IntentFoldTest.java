package com.nowinfinity.xpm.worker.intents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.Lodgement;
import com.nowinfinity.xpm.events.LodgementState;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.events.WriteOn;
import com.nowinfinity.xpm.worker.mongo.Shelf;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IntentFoldTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final Outcomes OUTCOMES = new Outcomes(() -> NOW);

    private final IntentFold quiet = fold(false, WriteOn.ACCEPTED);
    private final IntentFold following = fold(true, WriteOn.ACCEPTED);

    @Test
    void recordsAChangeThatIsNotSent() {
        Intent folded = following.fold(pending(linked(), change(1, ChangeCause.EDITED)));

        assertThat(outcomes(folded)).containsExactly(Outcome.RECORDED);
        assertThat(folded.demands()).isEmpty();
    }

    @Test
    void demandsAFollowedChangeOfALinkedEntity() {
        assertThat(following.fold(pending(linked(), messenger(1, null))).demands())
                .singleElement()
                .satisfies(demand -> assertThat(demand.kind()).isEqualTo(Demand.Kind.FOLLOW));
        assertThat(outcomes(following.fold(pending(unlinked(), messenger(1, null)))))
                .containsExactly(Outcome.RECORDED);
        assertThat(outcomes(quiet.fold(pending(linked(), messenger(1, null))))).containsExactly(Outcome.RECORDED);
    }

    @Test
    void saysWhyAChangeOfCorporateMessengerStaysHere() {
        assertThat(code(quiet.fold(pending(linked(), messenger(1, null))))).isEqualTo("following-off");
        assertThat(code(following.fold(pending(unlinked(), messenger(1, null)))))
                .isEqualTo("not-linked");
        assertThat(code(quiet.fold(pending(linked(), messenger(1, LodgementState.SIGNED)))))
                .isEqualTo("following-off");
        assertThat(code(following.fold(pending(linked(), messenger(1, LodgementState.SIGNED)))))
                .isEqualTo("awaits-lodgement");
        assertThat(code(following.fold(pending(linked(), messenger(1, LodgementState.REJECTED)))))
                .isEqualTo("rejected-by-asic");
        assertThat(code(following.fold(pending(linked(), change(1, ChangeCause.EDITED)))))
                .as("nobody expects it to be sent")
                .isNull();
    }

    private static @Nullable String code(Intent folded) {
        Reason reason = folded.outbox().getLast().getReason();
        return reason == null ? null : reason.getCode();
    }

    @Test
    void keepsAFollowedChangeWhileNoOrganisationIsInForce() {
        IntentFold disconnected = new IntentFold(new FollowRule(true, WriteOn.ACCEPTED, null), OUTCOMES);

        assertThat(disconnected.fold(pending(linked(), messenger(1, null))).demands())
                .singleElement()
                .satisfies(demand -> assertThat(demand.tenantId()).isEqualTo("tenant"));
    }

    @Test
    void aNewerFollowedChangeTakesThePlaceOfOneThatIsNotSent() {
        Intent first = following.fold(pending(linked(), messenger(1, null)));
        Intent second = following.fold(pending(first, messenger(2, null)));

        assertThat(second.demands()).hasSize(1);
        assertThat(outcomes(second)).containsExactly(Outcome.SUPERSEDED);
    }

    @Test
    void ofManyFollowedChangesOnlyTheNewestIsDemanded() {
        EntityChanged[] changes = LongStream.rangeClosed(1, 5_000)
                .mapToObj(version -> messenger(version, null))
                .toArray(EntityChanged[]::new);

        Intent folded =
                assertTimeoutPreemptively(Duration.ofSeconds(20), () -> following.fold(pending(linked(), changes)));

        assertThat(folded.demands())
                .singleElement()
                .satisfies(demand -> assertThat(demand.version()).isEqualTo(5_000));
        assertThat(outcomes(folded)).hasSize(4_999).containsOnly(Outcome.SUPERSEDED);
        assertThat(folded.pending()).isEmpty();
    }

    @Test
    void anOlderVersionIsSuperseded() {
        Intent newest = quiet.fold(pending(unlinked(), change(5, ChangeCause.EDITED)));

        assertThat(outcomes(quiet.fold(pending(newest, change(4, ChangeCause.EDITED)))))
                .containsExactly(Outcome.RECORDED, Outcome.SUPERSEDED);
    }

    /** The edit alone would never take it to XPM. */
    @Test
    void anOlderVersionThatIsFollowedIsDemandedWhereNothingNewerWasSent() {
        Intent edited = following.fold(pending(linked(), change(3, ChangeCause.EDITED)));

        Intent late = following.fold(pending(edited, messenger(2, null)));

        assertThat(late.demands())
                .singleElement()
                .satisfies(demand -> assertThat(demand.version()).isEqualTo(2));
        assertThat(late.entity()).isEqualTo(edited.entity());
        assertThat(outcomes(following.fold(pending(edited.inStepWith(3), messenger(2, null)))))
                .endsWith(Outcome.SUPERSEDED);
    }

    @Test
    void refusesAVersionThatComesWithAnotherContent() {
        Intent first = quiet.fold(pending(unlinked(), change(1, ChangeCause.EDITED)));
        EntityChanged other = EntityChanged.newBuilder(change(1, ChangeCause.EDITED))
                .setEntity(Entity.newBuilder(entity(1)).setName("Another").build())
                .build();

        Intent folded = quiet.fold(pending(first, other));

        assertThat(outcomes(folded)).containsExactly(Outcome.RECORDED, Outcome.FAILED);
        assertThat(folded.entity()).isEqualTo(entity(1));
    }

    @Test
    void aReplayChangesNothing() {
        EntityChanged change = messenger(3, null);
        Intent folded = following.fold(pending(linked(), change));

        Intent replayed = following.fold(again(folded, List.of(change)));

        assertThat(replayed).isEqualTo(folded);
    }

    @Test
    void aVersionThatComesHundredsOfVersionsLateIsSupersededOnce() {
        EntityChanged late = change(5, ChangeCause.EDITED);
        Intent folded = told(
                changes(LongStream.rangeClosed(1, 2 * Settled.MOST_VERSIONS).filter(version -> version != 5)));

        Intent superseded = quiet.fold(pending(folded, late));

        assertThat(superseded.outbox()).singleElement().satisfies(outcome -> {
            assertThat(outcome.getOutcome()).isEqualTo(Outcome.SUPERSEDED);
            assertThat(outcome.getCausedBy()).containsExactly(late.getEventId());
        });
        assertThat(quiet.fold(again(superseded, List.of(late)))).isEqualTo(superseded);
    }

    @Test
    void aVersionThatIsToldAgainHundredsOfVersionsLaterHasItsOutcome() {
        Intent folded = told(changes(LongStream.rangeClosed(1, 2 * Settled.MOST_VERSIONS)));
        EntityChanged retold = change(5, ChangeCause.EDITED);

        assertThat(quiet.fold(pending(folded, retold)).outbox()).singleElement().satisfies(outcome -> {
            assertThat(outcome.getOutcome()).isEqualTo(Outcome.SUPERSEDED);
            assertThat(outcome.getCausedBy()).containsExactly(retold.getEventId());
        });
    }

    @Test
    void itHasOneAlsoWhereItComesAgainBeforeAnybodyLooks() {
        Intent folded = told(changes(LongStream.rangeClosed(1, 2 * Settled.MOST_VERSIONS)));
        EntityChanged retold = change(5, ChangeCause.EDITED);

        Intent stored = IntentDocument.read(IntentDocument.write(again(pending(folded, retold), List.of(retold)))
                .append(Shelf.REVISION, folded.revision()));

        assertThat(outcomes(quiet.fold(stored))).containsExactly(Outcome.SUPERSEDED);
    }

    @Test
    void aVersionBetweenOthersThatJumpHasItsOutcome() {
        Intent folded = told(changes(LongStream.rangeClosed(1, 1_000).map(version -> version * 1_000)));

        assertThat(outcomes(quiet.fold(pending(folded, change(1_500, ChangeCause.EDITED)))))
                .containsExactly(Outcome.SUPERSEDED);
    }

    @Test
    void aReplayOfVeryManyVersionsChangesNothing() {
        List<EntityChanged> changes = changes(LongStream.rangeClosed(1, 2 * Settled.MOST_VERSIONS));
        Intent folded = told(changes);

        assertThat(quiet.fold(again(folded, changes))).isEqualTo(folded);
    }

    @Test
    void versionsWithGapsAreNotRememberedForEver() {
        List<EntityChanged> changes = changes(LongStream.rangeClosed(1, 1_000).map(version -> version * 1_000));
        Intent folded = told(changes);

        assertThat(quiet.fold(again(folded, changes))).as("after a replay").isEqualTo(folded);
        assertThat(folded.settled()).hasSizeLessThanOrEqualTo(Settled.MOST_VERSIONS + 2);
        assertThat(folded.settled().values())
                .allSatisfy(known -> assertThat(known).hasSizeLessThanOrEqualTo(VersionRanges.MOST));
    }

    /** What an older version of the worker stored of versions beyond those that it remembered. */
    @Test
    void everyVersionUpToAStoredFloorIsDealtWith() {
        Intent folded = told(changes(LongStream.of(400)));
        Map<Long, Set<String>> settled = new HashMap<>(folded.settled());
        settled.put(-300L, Set.of("*"));
        Intent stored = IntentCopy.of(folded, copy -> copy.settled = settled);

        assertThat(quiet.fold(again(stored, changes(LongStream.of(300))))).isEqualTo(stored);
        assertThat(outcomes(quiet.fold(again(stored, changes(LongStream.of(301))))))
                .containsExactly(Outcome.SUPERSEDED);
    }

    private Intent told(List<EntityChanged> changes) {
        return quiet.fold(pending(unlinked(), changes.toArray(EntityChanged[]::new)))
                .withOutbox(List.of());
    }

    private static List<EntityChanged> changes(LongStream versions) {
        return versions.mapToObj(version -> change(version, ChangeCause.EDITED)).toList();
    }

    @Test
    void aDemandThatHasItsOutcomeIsNotDemandedAgain() {
        Demand demand = Demand.of(UUID.randomUUID().toString(), Demand.Kind.PUSH, 1, "tenant");
        Intent asked = linked().demanding(demand);
        Intent settled = asked.settling(demand.eventId(), OUTCOMES.of(asked, demand, Outcome.UNCHANGED, null))
                .withOutbox(List.of());

        assertThat(settled.demanding(demand)).isEqualTo(settled);
    }

    @ParameterizedTest(name = "{0} with writeOn {1} is sent: {2}")
    @CsvSource({
        "ACCEPTED, ACCEPTED, true",
        "LODGED, ACCEPTED, false",
        "SIGNED, ACCEPTED, false",
        "REJECTED, ACCEPTED, false",
        "DRAFT, ACCEPTED, false",
        "ACCEPTED, SIGNED, true",
        "LODGED, SIGNED, true",
        "SIGNED, SIGNED, true",
        "REJECTED, SIGNED, true",
        "DRAFT, SIGNED, false"
    })
    void sendsWhatTheLodgementAllows(LodgementState state, WriteOn writeOn, boolean sent) {
        Intent folded = fold(true, writeOn).fold(pending(linked(), messenger(1, state)));

        assertThat(folded.demands()).hasSize(sent ? 1 : 0);
    }

    @ParameterizedTest(name = "{0} with writeOn {1} is the state from now on: {2}")
    @CsvSource({
        "DRAFT, ACCEPTED, false",
        "SIGNED, ACCEPTED, false",
        "LODGED, ACCEPTED, false",
        "ACCEPTED, ACCEPTED, true",
        "REJECTED, ACCEPTED, true",
        "DRAFT, SIGNED, false",
        "SIGNED, SIGNED, true",
        "LODGED, SIGNED, true"
    })
    void holdsAStateUntilItsLodgementAllowsIt(LodgementState state, WriteOn writeOn, boolean inForce) {
        Intent first = quiet.fold(pending(linked(), change(1, ChangeCause.EDITED)));

        Intent folded = fold(false, writeOn).fold(pending(first, messenger(2, state)));

        assertThat(outcomes(folded)).containsExactly(Outcome.RECORDED, Outcome.RECORDED);
        assertThat(folded.newest()).contains(entity(inForce ? 2 : 1));
        assertThat(folded.held()).isEqualTo(inForce ? null : entity(2));
    }

    @Test
    void takesBackWhatWasSentOnSigningThoughTheBusinessWaitsByNow() {
        Intent signed = fold(true, WriteOn.SIGNED).fold(pending(linked(), titled(1, "signed", LodgementState.SIGNED)));
        Intent sent = signed.settling(
                        signed.demands().getFirst().eventId(),
                        OUTCOMES.of(signed, signed.demands().getFirst(), Outcome.UPDATED, null))
                .inStepWith(1);
        EntityChanged lodged = titled(2, "signed", LodgementState.LODGED);

        assertThat(following
                        .fold(pending(sent, titled(2, "restored", LodgementState.REJECTED)))
                        .demands())
                .hasSize(1);
        assertThat(following
                        .fold(pending(sent, lodged, titled(3, "restored", LodgementState.REJECTED)))
                        .demands())
                .hasSize(1);
        assertThat(quiet.fold(pending(sent, titled(2, "restored", LodgementState.REJECTED)))
                        .demands())
                .isEmpty();
    }

    @Test
    void hasNothingToTakeBackOfAFormThatWasNeverSent() {
        Intent accepted = following.fold(pending(linked(), titled(1, "before", LodgementState.ACCEPTED)));

        Intent rejected = following.fold(pending(
                accepted.settling(
                                accepted.demands().getFirst().eventId(),
                                OUTCOMES.of(accepted, accepted.demands().getFirst(), Outcome.UPDATED, null))
                        .inStepWith(1),
                titled(2, "signed", LodgementState.SIGNED),
                titled(3, "before", LodgementState.REJECTED)));

        assertThat(rejected.demands()).isEmpty();
    }

    /** In order neither of the two is sent. */
    @Test
    void aRejectionThatComesLateTakesNoEditAlong() {
        Intent inStep = following
                .fold(pending(linked(), titled(1, "before", LodgementState.ACCEPTED)))
                .inStepWith(1);
        Intent settled = inStep.settling(
                inStep.demands().getFirst().eventId(),
                OUTCOMES.of(inStep, inStep.demands().getFirst(), Outcome.UPDATED, null));
        EntityChanged rejected = titled(2, "before", LodgementState.REJECTED);
        EntityChanged edited = change(3, ChangeCause.EDITED);

        assertThat(following
                        .fold(pending(following.fold(pending(settled, rejected)), edited))
                        .demands())
                .isEmpty();
        assertThat(following
                        .fold(pending(following.fold(pending(settled, edited)), rejected))
                        .demands())
                .isEmpty();
    }

    @Test
    void aFollowedChangeDoesNotTakeALaterDraftAlong() {
        Intent folded = following.fold(
                pending(linked(), messenger(1, LodgementState.ACCEPTED), messenger(2, LodgementState.DRAFT)));

        assertThat(folded.entity()).isEqualTo(entity(1));
        assertThat(folded.demands())
                .singleElement()
                .satisfies(demand -> assertThat(demand.version()).isEqualTo(1));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("endsTheSameWhateverTheOrderAndHoweverOften")
    void holdsTheSameStateWhateverTheOrder(long seed) {
        List<EntityChanged> changes = new ArrayList<>(List.of(
                messenger(1, LodgementState.DRAFT),
                change(2, ChangeCause.EDITED),
                messenger(3, LodgementState.DRAFT),
                messenger(4, LodgementState.LODGED)));
        Collections.shuffle(changes, new Random(seed));
        Intent folded = linked();
        for (EntityChanged change : changes) {
            folded = following.fold(pending(folded, change));
        }

        assertThat(folded.entity()).isEqualTo(entity(2));
        assertThat(folded.held()).isEqualTo(entity(4));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource
    void endsTheSameWhateverTheOrderAndHoweverOften(long seed) {
        List<EntityChanged> changes = IntStream.rangeClosed(1, 6)
                .mapToObj(version -> messenger(version, null))
                .toList();
        Random chance = new Random(seed);
        List<EntityChanged> arriving = new ArrayList<>(changes);
        arriving.addAll(changes);
        Collections.shuffle(arriving, chance);
        Intent folded = linked();
        for (int next = 0; next < arriving.size(); ) {
            int batch = Math.min(arriving.size(), next + 1 + chance.nextInt(4));
            folded =
                    following.fold(pending(folded, arriving.subList(next, batch).toArray(EntityChanged[]::new)));
            next = batch;
        }

        assertThat(folded.entity()).isEqualTo(entity(6));
        assertThat(folded.demands())
                .singleElement()
                .satisfies(demand ->
                        assertThat(demand.eventId()).isEqualTo(changes.getLast().getEventId()));
        assertThat(folded.outbox().stream().flatMap(outcome -> outcome.getCausedBy().stream()))
                .as("every other event has exactly one outcome")
                .containsExactlyInAnyOrderElementsOf(changes.subList(0, 5).stream()
                        .map(EntityChanged::getEventId)
                        .toList());
    }

    static Stream<Long> endsTheSameWhateverTheOrderAndHoweverOften() {
        return IntStream.range(0, 50).mapToObj(Long::valueOf);
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED, DRAFT, 2026-04-01",
        "ACCEPTED, SIGNED, 2026-04-01",
        "SIGNED, SIGNED, 2026-04-01",
        "ACCEPTED, REJECTED, 2026-04-01",
        "ACCEPTED, LODGED,",
        "SIGNED, LODGED,",
        "ACCEPTED, ACCEPTED,"
    })
    void keepsTheLastDayForAFormThatAsicHasNotGot(WriteOn writeOn, LodgementState state, @Nullable LocalDate day) {
        Intent folded = fold(false, writeOn)
                .fold(pending(unlinked(), change(1, ChangeCause.EDITED), dueOn("2026-04-01", 2, state)));

        assertThat(days(folded)).isEqualTo(day == null ? Map.of() : Map.of(2L, day));
    }

    @Test
    void forgetsTheDayWithTheForm() {
        Intent drafted = quiet.fold(
                pending(unlinked(), change(1, ChangeCause.EDITED), dueOn("2026-04-01", 2, LodgementState.DRAFT)));

        assertThat(days(quiet.fold(pending(drafted, messenger(3, LodgementState.ACCEPTED)))))
                .isEmpty();
        assertThat(days(quiet.fold(pending(drafted, dueOn("2026-05-01", 3, LodgementState.SIGNED)))))
                .isEqualTo(Map.of(3L, LocalDate.of(2026, 5, 1)));
        assertThat(days(quiet.fold(pending(unlinked(), dueOn("soon", 1, LodgementState.DRAFT)))))
                .isEmpty();
    }

    private static Map<Long, LocalDate> days(Intent intent) {
        return intent.lodgeBy().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, form -> form.getValue().day()));
    }

    private static EntityChanged dueOn(String day, long version, LodgementState state) {
        return EntityChanged.newBuilder(change(version, ChangeCause.CORPORATE_MESSENGER))
                .setLodgement(
                        Lodgement.newBuilder().setState(state).setDueDate(day).build())
                .build();
    }

    private static IntentFold fold(boolean following, WriteOn writeOn) {
        return new IntentFold(new FollowRule(following, writeOn, "tenant"), OUTCOMES);
    }

    private static Intent unlinked() {
        return Intent.unknown("harbour", "c-1");
    }

    private static Intent linked() {
        return unlinked().linkedTo(new Link("tenant", "client", "acn"));
    }

    private static Intent pending(Intent intent, EntityChanged... changes) {
        return intent.receiving(Arrays.stream(changes).map(Pending::first).toList());
    }

    private static Intent again(Intent intent, List<EntityChanged> changes) {
        return intent.receiving(
                changes.stream().map(change -> new Pending(change, true)).toList());
    }

    private static EntityChanged messenger(long version, @Nullable LodgementState state) {
        return EntityChanged.newBuilder(change(version, ChangeCause.CORPORATE_MESSENGER))
                .setLodgement(
                        state == null
                                ? null
                                : Lodgement.newBuilder().setState(state).build())
                .build();
    }

    private static EntityChanged titled(long version, String name, LodgementState state) {
        EntityChanged change = messenger(version, state);
        return EntityChanged.newBuilder(change)
                .setEntity(Entity.newBuilder(change.getEntity()).setName(name).build())
                .build();
    }

    private static EntityChanged change(long version, ChangeCause cause) {
        return EntityChanged.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setBusinessId("harbour")
                .setOccurredAt(NOW.plusSeconds(version))
                .setCause(cause)
                .setEntity(entity(version))
                .build();
    }

    private static Entity entity(long version) {
        return Entity.newBuilder()
                .setEntityId("c-1")
                .setVersion(version)
                .setKind(EntityKind.COMPANY)
                .setName("Smith & Co Pty Ltd")
                .build();
    }

    private static List<Outcome> outcomes(Intent intent) {
        return intent.outbox().stream().map(EntitySynced::getOutcome).toList();
    }
}
