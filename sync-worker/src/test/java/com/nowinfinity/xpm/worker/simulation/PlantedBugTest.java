package com.nowinfinity.xpm.worker.simulation;

import static com.nowinfinity.xpm.worker.simulation.SimWorld.ALLOWED;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.Answer;
import com.nowinfinity.xpm.api.XpmException;
import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.worker.limits.Limits;
import com.nowinfinity.xpm.worker.mongo.Shelf;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The checker is worth something only if it finds what is wrong: one collaborator at a time is exchanged for a bad one. */
class PlantedBugTest {

    private static final long SOME_HISTORIES = 100;
    /** Until one shows the fault; mostly the first few do. */
    private static final long MOST_HISTORIES = 2_000;

    /** All of them share the app's minute: the more there are, the less of any goes on at once. */
    private static final List<String> TWO = Script.BUSINESSES.subList(0, 2);

    /** Else every plant would be found. */
    @ParameterizedTest
    @MethodSource
    void noticesNothingWhereNothingIsPlanted(Consumer<Script> said) {
        assertThat(Histories.broken(1, SOME_HISTORIES, seed -> world(seed, Plants.NONE, said)))
                .isEmpty();
    }

    static List<Consumer<Script>> noticesNothingWhereNothingIsPlanted() {
        return List.of(
                PlantedBugTest::usual,
                PlantedBugTest::manyAtOnce,
                PlantedBugTest::aDayFull,
                PlantedBugTest::families,
                PlantedBugTest::lateBehindAnEdit);
    }

    /** Nearly everybody finds out in time that he is not the owner any more, so here they are moved very often. */
    @Test
    void noticesAnOrganisationThatAnybodyMayWrite() {
        Plants anybody = Plants.shelf("organisations", shelf -> new AlteredShelf(shelf, found -> {}) {
            @Override
            public boolean replace(Document document, long revision) {
                shelf.put(document);
                return true;
            }
        });
        notices(" at once where", seed -> {
            SimWorld world = world(seed, anybody, PlantedBugTest::manyAtOnce);
            world.faults.pause = 0.01;
            world.faults.move = 0.01;
            world.faults.upheavals = 40;
            return world;
        });
    }

    @Test
    void noticesALookUpThatFindsNothingAfterALostCreate() {
        notices("a second client for", finding("searchClients", List.of()));
    }

    @Test
    void noticesALostCreateThatIsLookedForByAnotherNameThanItsOwn() {
        notices("a second client for", Plants.shelf("intents", shelf -> forgetting(shelf, "sentCreate", null)));
    }

    @Test
    void noticesAVersionCheckThatLetsOlderOnesPass() {
        notices(
                " goes back from version ",
                Plants.shelf("intents", shelf -> forgetting(shelf, "entity", "version", 0L)));
    }

    @Test
    void noticesASlotThatIsFreeTooEarly() {
        notices(
                " in a minute where",
                Plants.limits(limits -> new Limits(
                        limits.perMinute(),
                        limits.concurrent(),
                        limits.perDay(),
                        limits.window().dividedBy(2),
                        limits.dayReserve(),
                        limits.appPerMinute(),
                        limits.slotLength(),
                        limits.listSlotLength())));
    }

    @Test
    void noticesOneCallTooManyAtOnce() {
        notices(
                " at once where",
                allowing(ALLOWED.concurrent() + 1, ALLOWED.perDay(), ALLOWED.app()),
                PlantedBugTest::manyAtOnce);
    }

    @Test
    void noticesADayOfTooManyCalls() {
        notices(
                " in a day where",
                allowing(ALLOWED.concurrent(), ALLOWED.perDay() * 2, ALLOWED.app()),
                PlantedBugTest::aDayFull);
    }

    @Test
    void noticesAnAppThatForgetsItsOtherOrganisations() {
        notices(
                "calls of the app within a minute where",
                allowing(ALLOWED.concurrent(), ALLOWED.perDay(), ALLOWED.app() * 2));
    }

    @Test
    void noticesWhoDoesNotWaitAsLongAsHeIsTold() {
        Plants deaf = Plants.failing(failure -> failure instanceof XpmException.Throttled refusal
                ? new XpmException.Throttled(refusal.limit(), Duration.ZERO, refusal.allowance())
                : failure);
        notices(", which was asked to wait until ", seed -> SimulationTest.refused(seed, deaf));
    }

    @Test
    void noticesALostGroupThatIsNotLookedFor() {
        notices("a second group ", finding("listGroups", List.of()), PlantedBugTest::families);
    }

    @Test
    void noticesALostDocumentThatIsNotLookedFor() {
        notices("a second document ", finding("listDocuments", List.of()), PlantedBugTest::families);
    }

    @Test
    void noticesABusinessThatWritesToTheOrganisationOfAnother() {
        notices(
                " is written to the organisation of quay",
                Plants.shelf("connections", shelf -> forgetting(shelf, "told", "tenantId", Script.tenantOf("quay"))));
    }

    @Test
    void noticesEventsThatAreForgottenOnceTheyAreSettled() {
        notices(
                "two outcomes of one event",
                Plants.shelf(
                        "intents", shelf -> new AlteredShelf(shelf, found -> found.put("settled", new Document()))));
    }

    @Test
    void noticesAnOutcomeThatIsNeverTold() {
        notices("No outcome of ", Plants.shelf("intents", shelf -> forgetting(shelf, "outbox", List.of())));
    }

    @Test
    void noticesARelationshipThatIsNotSeenInXpm() {
        notices(
                "a second relationship of ",
                Plants.hearing(call -> {}, (call, answer) -> call.equals("getClient") ? withoutRoles(answer) : answer),
                PlantedBugTest::families);
    }

    @Test
    void noticesAPushThatForgetsItsRelationships() {
        noticesInTheEnd(
                " is no director of ",
                Plants.shelf("pushes", shelf -> forgetting(shelf, "asked", "relationships", false)));
    }

    @Test
    void noticesAPushThatForgetsItsGroup() {
        noticesInTheEnd(
                " is not in Family of ",
                Plants.shelf("pushes", shelf -> forgetting(shelf, "asked", "groupMode", "NONE")));
    }

    @Test
    void noticesAGroupThatComesBeforeTheRelationships() {
        notices(
                "GROUP comes before a director of ",
                Plants.shelf("pushes", shelf -> forgetting(shelf, "asked", "relationships", false)),
                PlantedBugTest::families);
    }

    @Test
    void noticesADocumentThatComesBeforeTheGroup() {
        notices(
                " comes before Family of ",
                Plants.shelf("pushes", shelf -> forgetting(shelf, "asked", "groupMode", "NONE")),
                PlantedBugTest::families);
    }

    /** A history ends with the first promise that is seen broken; here the order of the steps is not looked at. */
    private static void noticesInTheEnd(String broken, Plants plants) {
        notices(broken, seed -> {
            SimWorld world = world(seed, plants, PlantedBugTest::families);
            world.practices.steps = (step, clientId) -> {};
            return world;
        });
    }

    @Test
    void noticesAResignationThatIsNotFollowed() {
        notices(
                " has a director until ",
                Plants.shelf("intents", shelf -> new AlteredShelf(shelf, PlantedBugTest::takeResignationsBack)),
                script -> script.families(4));
    }

    @Test
    void noticesAnUpdateThatLeavesTheNameOut() {
        notices(" is called ", Plants.patching(patch -> {
            Map<ClientElement, String> elements = new HashMap<>(patch.elements());
            elements.remove(ClientElement.NAME);
            return new ClientPatch(elements);
        }));
    }

    @Test
    void noticesAFormerOwnerThatWrites() {
        notices(" writes after owner ", Plants.shelf("intents", shelf -> forgetting(shelf, "ownerEpoch", 0L)));
    }

    @Test
    void noticesAnUpdateThatIsTakenForSomebodyElsesEdit() {
        Plants plants = Plants.shelf("intents", shelf -> forgetting(shelf, "sent", List.of()));
        assertThat(Histories.broken(1, 1, seed -> {
                    SimWorld world = new SimWorld(seed, plants);
                    FaultScenariosTest.loseAnUpdateAndChange(world, ChangeCause.EDITED);
                    return world;
                }))
                .hasValueSatisfying(
                        broken -> assertThat(broken).hasMessageContaining("XPM shows version 2 of harbour-1; 3 was"));
    }

    /** Each change has its outcome then, that it concerns nobody in XPM. */
    @Test
    void noticesAChangeThatDoesNotReachWhoIsInXpm() {
        notices(
                "XPM shows version 1 of ",
                Plants.shelf("intents", shelf -> forgetting(shelf, "link", null)),
                PlantedBugTest::manyAtOnce);
    }

    @Test
    void noticesAFollowedChangeThatIsLostBehindALaterEdit() {
        notices(
                "XPM shows version 1 of ",
                Plants.shelf("intents", shelf -> forgetting(shelf, "inStep", Long.MAX_VALUE)),
                PlantedBugTest::lateBehindAnEdit);
    }

    @Test
    void noticesAMinuteThatIsCountedByAClockThatJumps() {
        notices(" in a minute where", Plants.clock((wall, ticker) -> wall));
    }

    private static void usual(Script script) {
        script.busy(2, 4);
    }

    private static void families(Script script) {
        script.families(1);
    }

    /** More creates than a day allows. */
    private static void aDayFull(Script script) {
        script.busy(TWO, 40, 1);
    }

    /** Creates go one by one, updates do not: everybody is in XPM before everybody changes. */
    private static void manyAtOnce(Script script) {
        script.busy(TWO, 4, 1).later(Duration.ofMinutes(10)).atOnce();
        script.subjects().forEach(subject -> script.change(subject, 2, ChangeCause.CORPORATE_MESSENGER));
    }

    private static void lateBehindAnEdit(Script script) {
        script.busy(2, 1).later(Duration.ofMinutes(10));
        script.subjects().forEach(subject -> script.change(subject, 3, ChangeCause.EDITED));
        script.later(Duration.ofMinutes(1));
        script.subjects().forEach(subject -> script.change(subject, 2, ChangeCause.CORPORATE_MESSENGER));
    }

    private static void notices(String broken, Plants plants) {
        notices(broken, plants, PlantedBugTest::usual);
    }

    /** Whatever else it breaks: that promise is seen to be broken. */
    private static void notices(String broken, Plants plants, Consumer<Script> said) {
        notices(broken, seed -> world(seed, plants, said));
    }

    private static void notices(String broken, LongFunction<SimWorld> history) {
        assertThat(Histories.broken(
                        1,
                        MOST_HISTORIES,
                        history,
                        found -> String.valueOf(found.getMessage()).contains(broken)))
                .as(broken)
                .isPresent();
    }

    private static SimWorld world(long seed, Plants plants, Consumer<Script> said) {
        SimWorld world = new SimWorld(seed, plants);
        world.faults.everything().jump = 0.002;
        said.accept(world.script);
        return world;
    }

    private static Shelf forgetting(Shelf shelf, String field, @Nullable Object value) {
        return new AlteredShelf(shelf, found -> found.replace(field, value));
    }

    private static Shelf forgetting(Shelf shelf, String document, String field, Object value) {
        return new AlteredShelf(shelf, found -> {
            Document inner = found.get(document, Document.class);
            if (inner != null) {
                inner.put(field, value);
            }
        });
    }

    private static void takeResignationsBack(Document intent) {
        Document entity = intent.get("entity", Document.class);
        if (entity != null) {
            entity.getList("relationships", Document.class).forEach(role -> role.put("endDate", null));
        }
    }

    private static Object withoutRoles(Object answer) {
        Answer<?> answered = (Answer<?>) answer;
        Optional<?> shown =
                ((Optional<?>) answered.value()).map(client -> ((PracticeClient) client).withRelationships(List.of()));
        return new Answer<>(shown, answered.allowance(), 0);
    }

    private static Plants allowing(int concurrent, int perDay, int app) {
        return Plants.limits(
                limits -> SimWorld.limits(new Judge.Allowed(ALLOWED.perMinute(), concurrent, perDay, app)));
    }

    private static Plants finding(String method, Object nothing) {
        return Plants.hearing(
                name -> {},
                (name, answer) ->
                        name.equals(method) ? new Answer<>(nothing, ((Answer<?>) answer).allowance(), 0) : answer);
    }
}
