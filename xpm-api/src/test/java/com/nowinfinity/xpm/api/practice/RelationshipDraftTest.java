package com.nowinfinity.xpm.api.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RelationshipDraftTest {

    @Test
    void hasSharesOnlyWhereXpmTakesThem() {
        assertThat(draft(RelationshipType.OWNER, 5, null).numberOfShares()).isEqualTo(5);
        assertThatIllegalArgumentException().isThrownBy(() -> draft(RelationshipType.DIRECTOR, 5, null));
    }

    @Test
    void hasAPercentageOnlyForPartners() {
        assertThat(draft(RelationshipType.PARTNER, null, BigDecimal.TEN).percentage())
                .isEqualTo("10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> draft(RelationshipType.SHAREHOLDER, null, BigDecimal.TEN));
    }

    private static RelationshipDraft draft(
            RelationshipType type, @Nullable Integer shares, @Nullable BigDecimal percentage) {
        return new RelationshipDraft("c-1", "p-1", type, shares, percentage, null, null);
    }
}
