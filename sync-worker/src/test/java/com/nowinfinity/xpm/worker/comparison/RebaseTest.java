package com.nowinfinity.xpm.worker.comparison;

import static com.nowinfinity.xpm.worker.Clients.client;
import static com.nowinfinity.xpm.worker.Entities.company;
import static com.nowinfinity.xpm.worker.comparison.Rows.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RebaseTest {

    private static final Instant NOW = THEN.plus(Duration.ofDays(1));

    @Test
    void agreesAnewOnWhatIsEqual() {
        Base before = new Base(Map.of("name", "jones"), Set.of("name"), THEN);

        Base after = Rows.compare(company("c-1", "Smith"), client("x-1", "SMITH"), before)
                .rebase(before, NOW);

        assertThat(after).isEqualTo(new Base(Map.of("name", "smith"), Set.of(), NOW));
    }

    @Test
    void keepsTheBaseOfWhatDiffersAndLocksIt() {
        Base before = Rows.base("name", "smith");

        Base after = Rows.compare(company("c-1", "Smith"), client("x-1", "Jones"), before)
                .rebase(before, NOW);

        assertThat(after)
                .isEqualTo(new Base(
                        Map.of("name", "smith"),
                        Set.of("name"),
                        NOW,
                        Map.of("name", Rows.THEN),
                        Map.of(),
                        Map.of(),
                        null));
    }

    @Test
    void locksWithoutABaseWhatNeverAgreed() {
        Base after = Rows.after(company("c-1", "Smith").setEmail("a@example.com"), client("x-1", "Smith"));

        assertThat(after).isEqualTo(new Base(Map.of("name", "smith"), Set.of("email"), THEN));
    }

    @Test
    void forgetsWhatWeNoLongerHold() {
        Base before = new Base(Map.of("name", "smith", "email", "a@example.com"), Set.of(), THEN);

        Base after = Rows.compare(
                        company("c-1", "Smith"), client("x-1", "Smith").contact("a@example.com", null, null), before)
                .rebase(before, NOW);

        assertThat(after.of("email")).isNull();
        assertThat(after.locked()).isEmpty();
    }

    @Test
    void locksNoFieldForARowAboutTheWhole() {
        Base after = Rows.after(company("c-1", "Smith"), client("x-1", "Smith").label("Charity"));

        assertThat(after.locked()).isEmpty();
    }

    @Test
    void keepsAllOfARoleThatWaits() {
        Base before = new Base(
                Map.of("DIRECTOR:stranger-1", "held", "DIRECTOR:stranger-2", "held"),
                Set.of("DIRECTOR:stranger-1"),
                THEN,
                Map.of("DIRECTOR:stranger-1", THEN),
                Map.of(),
                Map.of("DIRECTOR:stranger-1", "sent"),
                "roles");

        Base after = Rows.compare(company("c-1", "Smith"), client("x-1", "Smith"), before)
                .rebase(before, NOW, Set.of("DIRECTOR:stranger-1"));

        assertThat(after)
                .isEqualTo(new Base(
                        Map.of("name", "smith", "DIRECTOR:stranger-1", "held"),
                        Set.of("DIRECTOR:stranger-1"),
                        NOW,
                        Map.of("DIRECTOR:stranger-1", THEN),
                        Map.of(),
                        Map.of("DIRECTOR:stranger-1", "sent"),
                        null));
        assertThat(after.without(Set.of("DIRECTOR:stranger-1")))
                .isEqualTo(new Base(Map.of("name", "smith"), Set.of(), NOW));
    }

    @Test
    void remembersTheTaxFileNumberThatXpmHasWhenOursIsCorrected() {
        Base agreed = Rows.after(
                company("c-1", "Smith").setTfnTail("782"),
                client("x-1", "Smith").taxNumber("******782"));

        Base after = Rows.compare(
                        company("c-1", "Smith").setTfnTail("210"),
                        client("x-1", "Smith").taxNumber("******782"),
                        agreed)
                .rebase(agreed, NOW);

        assertThat(after.of("tfnTail")).isEqualTo("782");
        assertThat(after.locked()).isEmpty();
    }

    @Test
    void staysTheSameWhenNothingMoves() {
        Base once = Rows.after(company("c-1", "Smith").setEmail("a@example.com"), client("x-1", "Smith"));

        assertThat(Rows.compare(company("c-1", "Smith").setEmail("a@example.com"), client("x-1", "Smith"), once)
                        .rebase(once, THEN))
                .isEqualTo(once);
    }
}
