package com.nowinfinity.xpm.worker.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.worker.dispatch.Queues.Rank;
import com.nowinfinity.xpm.worker.dispatch.Queues.Ready;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Quick work, while somebody stands in the queue to fold and while nobody does. */
class QueuesTest {

    private static final boolean FOLDS = true;
    private static final Work PAPER = new Work.OfDocument("paper");

    private final Queues queues = new Queues(new Remembering(LineSettings.of(5, 1_024)));

    @Test
    void findsADocumentBehindAllThatWaitsToBeFolded() {
        for (int number = 0; number < 30; number++) {
            queues.add(new Work.OfEntity("e-" + number), Rank.QUICK);
        }
        queues.add(PAPER, Rank.QUICK);

        assertThat(polled(!FOLDS)).isEqualTo(PAPER);
        assertThat(polled(!FOLDS)).isNull();
        assertThat(queues.pollFolds(100)).hasSize(30);
    }

    @Test
    void keepsTheOrderOfAllWhereItMayBeAFold() {
        queues.add(new Work.OfEntity("first"), Rank.QUICK);
        queues.add(PAPER, Rank.QUICK);

        assertThat(polled(FOLDS)).isEqualTo(new Work.OfEntity("first"));
        assertThat(polled(FOLDS)).isEqualTo(PAPER);
        assertThat(polled(!FOLDS)).as("it was taken").isNull();
    }

    @Test
    void forgetsWhatIsRemovedAndTakesItAgain() {
        queues.add(PAPER, Rank.QUICK);
        queues.remove(PAPER);
        assertThat(polled(!FOLDS)).isNull();

        queues.add(PAPER, Rank.QUICK);
        queues.add(PAPER, Rank.QUICK);

        assertThat(polled(!FOLDS)).isEqualTo(PAPER);
        assertThat(polled(!FOLDS)).isNull();
        assertThat(queues.isEmpty()).isTrue();
    }

    private @Nullable Work polled(boolean folds) {
        Ready ready = queues.pollQuick(folds);
        return ready == null ? null : ready.work();
    }
}
