package com.nowinfinity.xpm.portal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelsTest {

    private final Labels unit = new Labels(
            List.of(new Labels.Row("TRUST", "Trust,  Estate"), new Labels.Row("OTHER", null)),
            List.of("trust", "Unit Trust", "ESTATE"));

    @Test
    void offersWhatXpmShowsAndNoStructureHas() {
        assertThat(unit.unknown()).containsExactly("Unit Trust");
    }

    @Test
    void addsALabelAtTheEndSoThatTheFirstStaysTheOneThatIsWritten() {
        assertThat(unit.with("TRUST", "Unit Trust").structures().getFirst().labels())
                .isEqualTo("Trust,  Estate, Unit Trust");
        assertThat(unit.with("OTHER", "Club").structures().getLast().labels()).isEqualTo("Club");
        assertThat(unit.with("TRUST.UNIT", "Unit Trust").structures().getLast())
                .as("a structure that had none")
                .isEqualTo(new Labels.Row("TRUST.UNIT", "Unit Trust"));
    }
}
