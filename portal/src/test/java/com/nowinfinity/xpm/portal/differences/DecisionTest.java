package com.nowinfinity.xpm.portal.differences;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecisionTest {

    @Test
    void isLookedAtAgainUntilThereIsAnOutcome() {
        assertThat(pushed("REQUESTED", null).isLive()).isTrue();
        assertThat(pushed("RUNNING", null).isLive()).isTrue();
        assertThat(pushed("PLANNED", null).isLive()).isFalse();
        assertThat(pushed("COMPLETED", "UPDATED").isLive()).isFalse();
    }

    @Test
    void doesNotWaitForAPlanThatWasRefused() {
        Decision refused = pushed("REQUESTED", "FAILED");

        assertThat(refused.isLive()).isFalse();
        assertThat(refused.isRefused()).isTrue();
    }

    private static Decision pushed(String state, @Nullable String outcome) {
        return new Decision("r-1", state, null, List.of(new Decision.Item("d-1", "PUSH", outcome, null)));
    }
}
