package com.nowinfinity.xpm.worker.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.worker.dispatch.Queues.Rank;
import org.junit.jupiter.api.Test;

/** When a pass over everything due goes on, and from where. */
class ReadingBackTest {

    private static final boolean HELD = true;
    private static final String MIDDLE = "middle";

    private final Queues ready = new Queues(new Remembering(LineSettings.of(5, 1_024)));
    private final ReadingBack readingBack = new ReadingBack();

    @Test
    void foldsWhatFoundNoRoomThoughAPassForTheRestIsHeld() {
        passForBulk();
        assertThat(readingBack.wantsPage(ready, HELD)).isFalse();

        readingBack.missed(Rank.QUICK);

        assertThat(readingBack.wantsPage(ready, HELD)).isTrue();
        assertThat(readingBack.next()).isEmpty();
    }

    @Test
    void goesOnWhereItWasOnceThatIsFolded() {
        passForBulk();
        readingBack.missed(Rank.QUICK);
        readingBack.wantsPage(ready, HELD);
        readingBack.next();
        readingBack.read("late");
        assertThat(readingBack.wantsPage(ready, HELD)).isTrue();
        readingBack.next();
        readingBack.read("");

        assertThat(readingBack.wantsPage(ready, HELD)).isFalse();
        assertThat(readingBack.wantsPage(ready, !HELD)).isTrue();
        assertThat(readingBack.next()).isEqualTo(MIDDLE);
    }

    /** What a person has asked for may have found no room either. */
    @Test
    void foldsAllThatIsMissedWhileItSeeksWhatPersonsWaitFor() {
        readingBack.missed(Rank.URGENT);
        assertThat(readingBack.wantsPage(ready, HELD)).isTrue();
        readingBack.next();
        readingBack.read(MIDDLE);
        for (int number = 0; number < 300; number++) {
            ready.add(new Work.OfSending("e-" + number), Rank.URGENT);
        }
        assertThat(readingBack.wantsPage(ready, HELD)).isFalse();

        readingBack.missed(Rank.URGENT_QUICK);

        assertThat(readingBack.wantsPage(ready, HELD)).isTrue();
        assertThat(readingBack.next()).isEmpty();
        assertThat(readingBack.seeksUrgent()).isTrue();
    }

    private void passForBulk() {
        readingBack.missed(Rank.FIRST);
        assertThat(readingBack.wantsPage(ready, !HELD)).isTrue();
        readingBack.next();
        readingBack.read(MIDDLE);
    }
}
