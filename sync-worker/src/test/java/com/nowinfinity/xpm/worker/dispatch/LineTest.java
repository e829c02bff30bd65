package com.nowinfinity.xpm.worker.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a line does first when more is due than it can remember, and what it does not do at once. */
class LineTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant LET_IN = START.plusSeconds(60);
    private static final int ENOUGH_RECORDS = 64;
    private static final int NO_RECORDS = 0;
    private static final int FIVE = 5;
    private static final String NEWS = "news";
    private static final String OUT_OF_REACH = "out-of-reach";

    private final Deque<Runnable> started = new ArrayDeque<>();
    /** By id: what a person waits for comes last. */
    private final TreeSet<String> due = new TreeSet<>();

    private final Set<String> failingOnce = new HashSet<>();
    private final List<String> sent = new ArrayList<>();
    private final List<Runnable> alarms = new ArrayList<>();
    private Instant now = START;
    private Instant letIn = LET_IN;
    private boolean changesMeanwhile;
    private boolean open = true;
    private final List<String> told = new ArrayList<>();
    private final List<String> delivering = new ArrayList<>();
    private boolean heardMeanwhile;
    private int begunTogether;
    private int delivered;
    private int failed;
    private int done;
    private int pages;
    private int failingPages;
    private final List<Integer> waitingAfterwards = new ArrayList<>();
    private Line line = line(ENOUGH_RECORDS);

    @Test
    void sendsEverythingThatPersonsWaitForBeforeTheRestHoweverMuchItIs() {
        sendsUrgentWorkFirst();
    }

    @Test
    void doesSoHoweverLittleOfItCanBeRemembered() {
        line = line(NO_RECORDS);

        sendsUrgentWorkFirst();
    }

    @Test
    void letsAPageThatCannotBeReadWaitThoughThereIsRoomForIt() {
        due.add("a-change");
        failingPages = 1;
        line.readBack();
        run();
        line.call(new Work.OfAction("something else"));
        run();
        assertThat(pages).isEqualTo(1);

        now = START.plusSeconds(5);
        List.copyOf(alarms).forEach(Runnable::run);
        run();
        assertThat(pages).isEqualTo(2);
        assertThat(waitingAfterwards.getLast()).isEqualTo(1);
    }

    @Test
    void letsWhatHasFailedWaitHoweverOftenItIsRemindedOfIt() {
        Work failing = new Work.OfPush("failing");
        line.call(failing);
        run();

        line.remind(failing);
        run();
        assertThat(failed).isEqualTo(1);

        line.call(failing);
        run();
        assertThat(failed).as("once there is news").isEqualTo(2);
    }

    @Test
    void letsADeliveryWaitHoweverOftenItIsRemindedOfItsDocument() {
        Work failing = new Work.OfDocument(OUT_OF_REACH);
        line.call(failing);
        run();

        line.remind(failing);
        run();

        assertThat(delivering).hasSize(1);
    }

    @Test
    void doesWhatItIsRemindedOfOtherwise() {
        line.remind(new Work.OfPush("failing"));
        run();

        assertThat(failed).isEqualTo(1);
    }

    /** What is being done may have looked before it was due again. */
    @Test
    void doesOnceMoreWhatItIsRemindedOfMeanwhile() {
        line.call(new Work.OfAction("reminded-of"));
        run();

        assertThat(done).isEqualTo(2);
    }

    @Test
    void keepsAheadWhatAPersonWaitsForWhenItWasHeld() {
        due.addAll(List.of("a-bulk", "b-bulk", "z-urgent"));
        line.call(new Work.OfEntity("z-urgent"));
        run();
        line.call(new Work.OfEntity("a-bulk"));
        line.call(new Work.OfEntity("b-bulk"));
        run();

        now = LET_IN;
        List.copyOf(alarms).forEach(Runnable::run);
        run();

        assertThat(sent).containsExactly("z-urgent", "a-bulk", "b-bulk");
    }

    @Test
    void triesWhatWasTriedBeforeBehindWhatWasNot() {
        letIn = START;
        failingOnce.add("a-tried");
        due.addAll(List.of("a-tried", "b-under-way", "c-new"));
        line.call(new Work.OfEntity("a-tried"));
        run();

        line.call(new Work.OfEntity("b-under-way"));
        started.removeLast().run();
        now = LET_IN;
        List.copyOf(alarms).forEach(Runnable::run);
        line.call(new Work.OfEntity("c-new"));
        started.removeLast().run();
        run();

        assertThat(sent).containsExactly("b-under-way", "c-new", "a-tried");
    }

    @Test
    void letsOneGoAheadOnceEverybodyWasHeld() {
        line = line(FIVE, ENOUGH_RECORDS);
        due.addAll(ids("a-bulk", FIVE));
        due.forEach(entityId -> line.call(new Work.OfEntity(entityId)));
        run();

        now = LET_IN;
        List.copyOf(alarms).forEach(Runnable::run);

        assertThat(started).hasSize(1);
        run();
        assertThat(sent).hasSize(FIVE);
    }

    @Test
    void letsTheOthersGoOnOnceADocumentGotThrough() {
        line = line(FIVE, ENOUGH_RECORDS);
        due.add("z-held");
        line.call(new Work.OfEntity("z-held"));
        run();
        List.of("quiet-1", "quiet-2", "quiet-3").forEach(id -> line.call(new Work.OfDocument(id)));
        run();
        now = LET_IN;
        List.copyOf(alarms).forEach(Runnable::run);
        assertThat(started).as("one document, and what was held").hasSize(2);

        started.removeFirst().run();

        assertThat(delivering).containsExactly("quiet-1");
        assertThat(started).as("two documents, and what was held").hasSize(3);
    }

    /** It asked for everybody's patience on behalf of an organisation that is not in force any more. */
    @Test
    void holdsNobodyForWhatBeganBeforeAnotherOrganisationWasConnected() {
        line = line(FIVE, ENOUGH_RECORDS);
        due.addAll(List.of("z-held", "z-other"));
        line.call(new Work.OfEntity("z-held"));
        changesMeanwhile = true;
        run();
        line.call(new Work.OfEntity("z-other"));
        run();

        assertThat(sent).containsExactlyInAnyOrder("z-held", "z-other");
    }

    @Test
    void goesOnWithWhatWaitsForATimeOnceAnotherOrganisationIsConnected() {
        Work failing = new Work.OfPush("failing");
        line.call(failing);
        run();

        line.connectionChanged();
        run();

        assertThat(failed).isEqualTo(2);
    }

    @Test
    void letsNobodyWaitForDocumentsThatDrip() {
        line = line(FIVE, ENOUGH_RECORDS);
        List.of("one", "another", "third").forEach(id -> line.call(new Work.OfDocument(id)));

        run();

        assertThat(told).containsExactlyInAnyOrder("one", "another", "third", NEWS);
        assertThat(heardMeanwhile).isTrue();
        assertThat(begunTogether).isEqualTo(2);
        assertThat(delivered).isEqualTo(3);
    }

    @Test
    void isLookedAtOnceItsWorkIsCounted() {
        due.add("a-change");
        line.call(new Work.OfEntity("a-change"));
        now = LET_IN;
        run();

        assertThat(waitingAfterwards)
                .as("after it was folded, and after it was sent")
                .containsExactly(1, 0);
    }

    private void sendsUrgentWorkFirst() {
        List<String> bulk = ids("a-bulk", 300);
        List<String> urgent = ids("z-urgent", 1_500);
        due.addAll(bulk);
        due.addAll(urgent);
        bulk.forEach(entityId -> line.call(new Work.OfEntity(entityId)));
        urgent.forEach(entityId -> line.call(new Work.OfEntity(entityId)));

        run();
        assertThat(sent).isEmpty();
        now = LET_IN;
        List.copyOf(alarms).forEach(Runnable::run);
        run();

        assertThat(sent).hasSize(bulk.size() + urgent.size());
        assertThat(sent.subList(0, urgent.size())).containsExactlyInAnyOrderElementsOf(urgent);
    }

    private void run() {
        for (Runnable next = started.poll(); next != null; next = started.poll()) {
            next.run();
        }
    }

    private static Next toSend(String entityId) {
        return new Next.Send(entityId.startsWith("z-"), false);
    }

    private static List<String> ids(String kind, int many) {
        return IntStream.range(0, many)
                .mapToObj(number -> "%s-%04d".formatted(kind, number))
                .toList();
    }

    private Next advance(Work work) {
        return switch (work) {
            case Work.OfEntity entity -> due.contains(entity.entityId()) ? toSend(entity.entityId()) : Next.DONE;
            case Work.OfSending sending -> {
                if (changesMeanwhile) {
                    changesMeanwhile = false;
                    line.connectionChanged();
                    letIn = START;
                    yield new Next.At(LET_IN, Hold.Whom.ALL);
                }
                if (now.isBefore(letIn)) {
                    // XPM asks everybody to wait, while all that is due is looked at.
                    yield new Next.At(LET_IN, Hold.Whom.ALL);
                }
                if (failingOnce.remove(sending.entityId())) {
                    yield new Next.At(LET_IN);
                }
                if (due.remove(sending.entityId())) {
                    sent.add(sending.entityId());
                }
                yield Next.DONE;
            }
            case Work.ReadBack readBack -> {
                pages++;
                if (failingPages > 0) {
                    failingPages--;
                    throw new IllegalStateException("The store is away");
                }
                int most = line.page();
                String after = line.pageAfter();
                List<String> page =
                        due.tailSet(after, false).stream().limit(most).toList();
                List<String> taken = line.together(page);
                line.folded(taken, taken.stream().collect(Collectors.toMap(id -> id, LineTest::toSend)));
                line.pageRead(page.size() < most ? "" : page.getLast());
                yield Next.DONE;
            }
            case Work.OfPush push -> {
                failed++;
                throw new IllegalStateException("Broken");
            }
            case Work.OfDocument document -> {
                told.add(document.documentId());
                yield document.documentId().equals(NEWS) ? Next.DONE : new Next.Send(true, false);
            }
            case Work.OfDelivery delivery -> {
                delivering.add(delivery.documentId());
                if (delivery.documentId().startsWith("quiet-")) {
                    yield Next.DONE;
                }
                if (delivery.documentId().equals(OUT_OF_REACH)) {
                    yield new Next.At(LET_IN);
                }
                if (delivering.size() == 2) {
                    line.call(new Work.OfDocument(NEWS));
                    line.call(new Work.OfAction("decided-meanwhile"));
                }
                // It takes its time, and everything else goes on.
                run();
                heardMeanwhile |= delivered == 0 && told.contains(NEWS) && done > 0;
                begunTogether = Math.max(begunTogether, delivering.size() - delivered);
                delivered++;
                yield Next.DONE;
            }
            case Work.OfRun run -> throw new AssertionError(run);
            case Work.OfAction action -> {
                if (done++ == 0) {
                    line.remind(action);
                }
                yield Next.DONE;
            }
        };
    }

    @Test
    void doesOneThingAtATimeAmongManyButNotForARun() {
        line = line(FIVE, NO_RECORDS);
        line.call(new Work.OfRun("run"));
        line.call(new Work.OfPush("push"));
        line.call(new Work.OfPush("another"));

        assertThat(started).hasSize(2);
    }

    @Test
    void letsOneQueueToFoldForAll() {
        open = false;
        line.call(new Work.OfEntity("one"));
        line.call(new Work.OfEntity("another"));
        assertThat(started).hasSize(1);

        open = true;
        line.callUrgently(new Work.OfEntity("pushed"));
        assertThat(started).as("who need not queue").hasSize(2);
        assertThat(line.readyToFold(1)).as("what a person waits for went first").containsExactly("another");
    }

    private Line line(int records) {
        return line(1, records);
    }

    private Line line(int together, int records) {
        DispatchSettings settings = LineSettings.of(together, records);
        return new Line(
                "harbour",
                new Line.Host() {
                    @Override
                    public Next advance(Work work) {
                        return LineTest.this.advance(work);
                    }

                    @Override
                    public void advanced() {
                        waitingAfterwards.add(line.waiting());
                    }

                    @Override
                    public boolean foldsAtOnce() {
                        return open;
                    }
                },
                new LineThreads(started::add),
                (delay, action) -> alarms.add(action),
                () -> now,
                settings,
                new Remembering(settings),
                new Pace(() -> 0));
    }
}
