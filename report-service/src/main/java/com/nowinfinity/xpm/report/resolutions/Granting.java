package com.nowinfinity.xpm.report.resolutions;

import com.nowinfinity.xpm.report.discrepancy.Discrepancy;
import com.nowinfinity.xpm.report.discrepancy.DiscrepancyAction;
import com.nowinfinity.xpm.report.discrepancy.DiscrepancyState;
import com.nowinfinity.xpm.report.discrepancy.Ledger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which wishes can be granted as the ledger stands, and why others cannot. */
final class Granting {

    private final Map<String, Discrepancy> rows = new HashMap<>();
    private final Predicate<String> isClient;
    private final LocalDate today;

    /** @param isClient whether a client of this id has been seen in XPM */
    Granting(Ledger standing, Predicate<String> isClient, LocalDate today) {
        standing.all().forEach(row -> rows.put(row.id(), row));
        this.isClient = isClient;
        this.today = today;
    }

    /** Wishes told apart. */
    record Granted(List<Item> items, List<Refusal> refused) {}

    Granted of(List<Wish> wishes) {
        List<Item> items = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Wish wish : wishes) {
            Discrepancy row = rows.get(wish.id());
            Refusal refusal = seen.add(wish.id())
                    ? refusal(wish, row)
                    : Refusal.of(wish, "twice", "There is another action for this discrepancy.");
            if (refusal != null) {
                refused.add(refusal);
            } else if (row != null) {
                items.add(Item.of(wish, row));
            }
        }
        return new Granted(List.copyOf(items), List.copyOf(refused));
    }

    /** Whether what was seen is what stands now, and can still be asked for. */
    boolean isFresh(Item item) {
        Discrepancy row = rows.get(item.wish().id());
        return row != null
                && row.seen().equals(item.seen())
                && row.actions().contains(item.wish().action());
    }

    private @Nullable Refusal refusal(Wish wish, @Nullable Discrepancy row) {
        if (row == null) {
            return Refusal.of(wish, "unknown-discrepancy", "There is no discrepancy with this id.");
        }
        if (!row.actions().contains(wish.action())) {
            return Refusal.of(wish, "not-offered", notOffered(row));
        }
        if (wish.seen() != null && !wish.seen().equals(row.seen())) {
            return Refusal.of(wish, "moved", "The values have changed since the report was made.");
        }
        return switch (wish.action()) {
            case LINK -> ofLink(wish);
            case ACCEPT -> ofAcceptance(wish);
            case PUSH, TAKE, UNLINK, CHECK_AGAIN, CHANGE_REQUEST -> null;
        };
    }

    private static String notOffered(Discrepancy row) {
        if (row.state() == DiscrepancyState.RESOLVED) {
            return "The discrepancy is resolved: nothing can be done about it.";
        }
        return "This discrepancy offers "
                + row.actions().stream().map(DiscrepancyAction::name).collect(Collectors.joining(", ")) + ".";
    }

    private @Nullable Refusal ofLink(Wish wish) {
        String clientId = wish.clientId();
        if (clientId == null || clientId.isBlank()) {
            return Refusal.of(wish, "client-needed", "LINK needs the id of the client to link to.");
        }
        return isClient.test(clientId)
                ? null
                : Refusal.of(wish, "client-unknown", "No client with this id has been seen in XPM.");
    }

    private @Nullable Refusal ofAcceptance(Wish wish) {
        LocalDate until = wish.until();
        return until != null && until.isBefore(today)
                ? Refusal.of(wish, "until-past", "The day until which it is accepted is over.")
                : null;
    }
}
