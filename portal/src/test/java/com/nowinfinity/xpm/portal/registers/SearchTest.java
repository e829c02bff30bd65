package com.nowinfinity.xpm.portal.registers;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.portal.entities.EntityRow;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchTest {

    private static final List<EntityRow> ROWS = List.of(
            row("c-1", "COMPANY", "zeta Pty Ltd", "004085616"),
            row("c-2", "COMPANY", "Alpha Pty Ltd", null),
            row("t-1", "TRUST", "Beta Trust", null));

    @Test
    void listsByNameWithoutCase() {
        assertThat(Search.in(ROWS, "", "", 1).rows())
                .extracting(EntityRow::name)
                .containsExactly("Alpha Pty Ltd", "Beta Trust", "zeta Pty Ltd");
    }

    @Test
    void findsNumbersHoweverTheyAreSpaced() {
        assertThat(Search.in(ROWS, "004 085 616", "", 1).rows())
                .extracting(EntityRow::entityId)
                .containsExactly("c-1");
    }

    @Test
    void filtersByKind() {
        assertThat(Search.in(ROWS, "", "TRUST", 1).rows())
                .extracting(EntityRow::entityId)
                .containsExactly("t-1");
    }

    @Test
    void staysWithinItsPages() {
        List<EntityRow> many = IntStream.range(0, Search.ROWS + 1)
                .mapToObj(i -> row("c-" + i, "COMPANY", "Company " + i, null))
                .toList();

        assertThat(Search.in(many, "", "", 99).rows()).hasSize(1);
        assertThat(Search.in(many, "", "", -5).page()).isEqualTo(1);
        assertThat(Search.in(List.of(), "x", "", 1).pages()).isEqualTo(1);
    }

    private static EntityRow row(String id, String kind, String name, @org.jspecify.annotations.Nullable String acn) {
        return new EntityRow(id, kind, name, acn, null, "ACTIVE", null, null);
    }
}
