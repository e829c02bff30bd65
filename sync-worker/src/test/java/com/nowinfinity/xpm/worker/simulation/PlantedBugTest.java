package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.Answer;
import com.nowinfinity.xpm.api.XpmApi;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.worker.limits.Limits;
import com.nowinfinity.xpm.worker.mongo.Shelf;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The checker is worth something only if it finds what is wrong: one collaborator at a time is exchanged for a bad one. */
class PlantedBugTest {

    private static final long SOME_HISTORIES = 200;
    /** Until one shows the fault; mostly the first few do. */
    private static final long MOST_HISTORIES = 2_000;

    /** Else every plant would be found. */
    @Test
    void noticesNothingWhereNothingIsPlanted() {
        assertThat(Histories.broken(1, SOME_HISTORIES, seed -> world(seed, Plants.NONE, PlantedBugTest::usual)))
                .isEmpty();
    }

    @Test
    void noticesAnOrganisationThatAnybodyMayWrite() {
        assertThat(found(Plants.shelf("organisations", shelf -> new AlteredShelf(shelf, found -> {}) {
                    @Override
                    public boolean replace(Document document, long revision) {
                        shelf.put(document);
                        return true;
                    }
                })))
                .isPresent();
    }

    @Test
    void noticesALookUpThatFindsNothingAfterALostCreate() {
        assertThat(found(Plants.xpm(PlantedBugTest::findingNothing))).isPresent();
    }

    @Test
    void noticesALostCreateThatIsLookedForByAnotherNameThanItsOwn() {
        assertThat(found(Plants.shelf("intents", shelf -> forgetting(shelf, "sentCreate", null))))
                .isPresent();
    }

    @Test
    void noticesAVersionCheckThatLetsOlderOnesPass() {
        assertThat(found(Plants.shelf("intents", shelf -> forgetting(shelf, "entity", "version", 0L))))
                .isPresent();
    }

    @Test
    void noticesASlotThatIsFreeTooEarly() {
        assertThat(found(Plants.limits(limits -> new Limits(
                        limits.perMinute(),
                        limits.concurrent(),
                        limits.perDay(),
                        limits.window().dividedBy(2),
                        limits.dayReserve(),
                        limits.appPerMinute(),
                        limits.slotLength(),
                        limits.listSlotLength()))))
                .isPresent();
    }

    @Test
    void noticesOneCallTooManyAtOnce() {
        assertThat(found(
                        Plants.limits(limits -> new Limits(
                                limits.perMinute(),
                                limits.concurrent() + 1,
                                limits.perDay(),
                                limits.window(),
                                limits.dayReserve(),
                                limits.appPerMinute(),
                                limits.slotLength(),
                                limits.listSlotLength())),
                        PlantedBugTest::manyAtOnce))
                .isPresent();
    }

    @Test
    void noticesEventsThatAreForgottenOnceTheyAreSettled() {
        assertThat(found(Plants.shelf(
                        "intents", shelf -> new AlteredShelf(shelf, found -> found.put("settled", new Document())))))
                .isPresent();
    }

    @Test
    void noticesAFormerOwnerThatWrites() {
        assertThat(found(Plants.shelf("intents", shelf -> forgetting(shelf, "ownerEpoch", 0L))))
                .hasValueSatisfying(broken -> assertThat(broken).hasMessageContaining("writes after owner"));
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

    @Test
    void noticesAMinuteThatIsCountedByAClockThatJumps() {
        assertThat(found(Plants.clock((wall, ticker) -> wall))).isPresent();
    }

    private static void usual(Script script) {
        script.busy(2, 4);
    }

    /** Creates go one by one, updates do not: everybody is in XPM before everybody changes. */
    private static void manyAtOnce(Script script) {
        script.busy(4, 1).later(Duration.ofMinutes(10)).atOnce();
        script.subjects().forEach(subject -> script.change(subject, 2, ChangeCause.CORPORATE_MESSENGER));
    }

    private static Optional<AssertionError> found(Plants plants) {
        return found(plants, PlantedBugTest::usual);
    }

    private static Optional<AssertionError> found(Plants plants, Consumer<Script> said) {
        return Histories.broken(1, MOST_HISTORIES, seed -> world(seed, plants, said));
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

    private static XpmApi findingNothing(XpmApi xpm) {
        return (XpmApi) Proxy.newProxyInstance(
                XpmApi.class.getClassLoader(), new Class<?>[] {XpmApi.class}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(xpm, arguments);
                        return method.getName().equals("searchClients")
                                ? new Answer<>(List.of(), ((Answer<?>) answer).allowance(), 0)
                                : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
