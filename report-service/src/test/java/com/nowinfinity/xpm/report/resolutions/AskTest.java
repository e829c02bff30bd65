package com.nowinfinity.xpm.report.resolutions;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.Action;
import com.nowinfinity.xpm.events.ActionTarget;
import com.nowinfinity.xpm.report.discrepancy.DiscrepancyAction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AskTest {

    private static final String ID = "0b8e0dca-6ad3-4a5e-8f0c-6b7b4b1c0001";

    @Test
    void asksForManyItemsInFewEvents() {
        List<Item> items = IntStream.range(0, 3_000)
                .mapToObj(i -> item("d-" + i, DiscrepancyAction.PUSH, "c-" + i / 2, "name"))
                .toList();

        List<Ask> asks = Ask.of(ID, items, false, false);

        assertThat(asks).hasSize(30);
        assertThat(asks.stream().flatMap(ask -> ask.items().keySet().stream()))
                .hasSize(3_000)
                .doesNotHaveDuplicates();
        assertThat(asks).extracting(Ask::eventId).doesNotHaveDuplicates();
    }

    @Test
    void keepsTheItemsOfOneEntityTogether() {
        List<Item> items = IntStream.range(0, 150)
                .mapToObj(i -> item("d-" + i, DiscrepancyAction.PUSH, i % 2 == 0 ? "c-even" : "c-" + i, "name"))
                .toList();

        assertThat(Ask.of(ID, items, false, false))
                .filteredOn(ask -> ask.items().values().stream().anyMatch(item -> "c-even".equals(item.entityId())))
                .hasSize(1);
    }

    @Test
    void hasOneEventForEachAction() {
        List<Item> items = List.of(
                item("d-1", DiscrepancyAction.PUSH, "c-1", "name"),
                item("d-2", DiscrepancyAction.TAKE, "c-1", "email"),
                item("d-3", DiscrepancyAction.PUSH, "c-2", "name"));

        assertThat(Ask.of(ID, items, false, false))
                .extracting(ask -> ask.event("b-1", Instant.EPOCH, "u-1").getAction())
                .containsExactlyInAnyOrder(Action.RESOLVE_PUSH, Action.RESOLVE_TAKE);
    }

    @Test
    void namesTheResolutionByTheFirstEventAndTheSameEventsEachTime() {
        List<Item> items = List.of(item("d-1", DiscrepancyAction.PUSH, "c-1", "name"));

        assertThat(Ask.of(ID, items, true, false)).extracting(Ask::eventId).containsExactly(ID);
        assertThat(Ask.of(ID, items, false, true)).isEqualTo(Ask.of(ID, items, false, true));
        assertThat(Ask.of(ID, items, false, true)).extracting(Ask::eventId).doesNotContain(ID);
    }

    @Test
    void plansOnlyWhatWouldWrite() {
        List<Item> items = List.of(
                item("d-1", DiscrepancyAction.ACCEPT, "c-1", "name"),
                item("d-2", DiscrepancyAction.CHECK_AGAIN, "c-1", "email"),
                item("d-3", DiscrepancyAction.CHANGE_REQUEST, "c-1", "acn"));

        assertThat(Ask.of(ID, items, true, false)).isEmpty();
    }

    @Test
    void tellsTheWorkerOnWhatTheDecisionWasMade() {
        List<Item> items = List.of(item("d-1", DiscrepancyAction.PUSH, "c-1", "name"));

        ActionTarget target = Ask.of(ID, items, false, false)
                .getFirst()
                .event("b-1", Instant.EPOCH, "u-1")
                .getTargets()
                .getFirst();

        assertThat(target.getEntityId()).isEqualTo("c-1");
        assertThat(target.getField()).isEqualTo("name");
        assertThat(target.getDiscrepancyId()).isEqualTo("d-1");
        assertThat(target.getExpectedHash()).isEqualTo("seen");
    }

    @Test
    void tellsTheWorkerHowLongADifferenceIsAccepted() {
        Wish wish = new Wish("d-1", DiscrepancyAction.ACCEPT, null, "because", LocalDate.of(2026, 6, 30), null);
        List<Item> items = List.of(
                new Item(wish, "c-1", "x-1", "name", "seen", null),
                item("d-2", DiscrepancyAction.ACCEPT, "c-1", "email"));

        assertThat(Ask.of(ID, items, false, false)
                        .getFirst()
                        .event("b-1", Instant.EPOCH, "u-1")
                        .getTargets())
                .extracting(ActionTarget::getUntil)
                .containsExactly("2026-06-30", null);
    }

    private static Item item(String id, DiscrepancyAction action, @Nullable String entityId, String field) {
        return new Item(new Wish(id, action, null, "because", null, null), entityId, "x-1", field, "seen", null);
    }
}
