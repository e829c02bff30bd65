package com.nowinfinity.xpm.portal.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptTest {

    private final Kept<List<String>> unit = new Kept<>();
    private final List<String> read = new ArrayList<>();

    @Test
    void readsOnceUntilSomethingIsWritten() {
        rows("b-1");
        rows("b-1");
        assertThat(read).containsExactly("b-1");

        unit.written();
        rows("b-1");
        assertThat(read).containsExactly("b-1", "b-1");
    }

    @Test
    void keepsBusinessesApart() {
        rows("b-1");
        rows("b-2");

        assertThat(read).containsExactly("b-1", "b-2");
    }

    @Test
    void doesNotKeepWhatWasReadWhileSomethingWasWritten() {
        unit.of("b-1", _businessId -> {
            unit.written();
            return List.of();
        });

        rows("b-1");

        assertThat(read).containsExactly("b-1");
    }

    private void rows(String businessId) {
        unit.of(businessId, asked -> {
            read.add(asked);
            return List.of();
        });
    }
}
