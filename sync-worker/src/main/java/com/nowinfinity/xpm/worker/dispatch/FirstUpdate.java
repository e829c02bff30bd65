package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.worker.limits.Slot;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import com.nowinfinity.xpm.worker.planning.ElementValues;
import com.nowinfinity.xpm.worker.written.Trial;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * That an update leaves alone what it does not name is inferred of XPM, not known. So the first update of a connection
 * goes alone and is read back; if something else moved, nothing more is written over this connection (domain 7).
 */
final class FirstUpdate {

    private final Business business;
    private final Turnstile alone;

    FirstUpdate(Business business) {
        this.business = business;
        this.alone = business.threads().turnstile();
    }

    /** Why nothing may be written over the present connection. */
    Optional<Reason> failure() {
        return trial().map(Trial::failure);
    }

    /** Whether the next update is the first, so that nothing but a fresh look will do. */
    boolean isDue() {
        return business.settings().pushing().checksFirstUpdate() && trial().isEmpty();
    }

    /** Makes an update, as the first one or as any. */
    PracticeClient make(PracticeClient before, ClientPatch patch, Attempt attempt, Supplier<PracticeClient> update) {
        if (!isDue()) {
            return update.get();
        }
        return alone.locked(() -> {
            Optional<Reason> failed = failure();
            if (failed.isPresent()) {
                throw new Stopped(failed.get());
            }
            PracticeClient updated = update.get();
            return isDue() ? check(before, patch, updated, attempt) : updated;
        });
    }

    private PracticeClient check(PracticeClient before, ClientPatch patch, PracticeClient updated, Attempt attempt) {
        PracticeClient after = attempt.call(
                        Slot.Purpose.READ, call -> business.xpm().getClient(call, before.id()))
                .orElse(updated);
        Set<ClientElement> moved = ElementValues.movedBeside(patch, before, after);
        boolean lost = after.relationships().size() < before.relationships().size()
                || after.groups().size() < before.groups().size();
        if (moved.isEmpty() && !lost) {
            business.stores().written().tried(business.id(), epoch(), null);
            return after;
        }
        Reason reason = Outcomes.reason(
                "first-update-unsafe",
                "The first update of this connection also changed %s of \"%s\", which it did not name. Nothing more is written over this connection: put it right in Practice Manager, then ask your administrator before connecting again."
                        .formatted(names(moved, lost), before.name()));
        business.stores().written().tried(business.id(), epoch(), reason);
        throw new Stopped(reason);
    }

    private Optional<Trial> trial() {
        return business.stores().written().trial(business.id(), epoch());
    }

    private long epoch() {
        return business.connection().epoch();
    }

    private static String names(Set<ClientElement> moved, boolean lost) {
        String elements = moved.stream().map(ClientElement::elementName).collect(Collectors.joining(", "));
        return !lost
                ? elements
                : elements.isEmpty() ? "relationships or groups" : elements + ", relationships or groups";
    }

    /** Nothing may be written. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Reason reason;

        Stopped(Reason reason) {
            super(reason.getCode());
            this.reason = reason;
        }

        Reason reason() {
            return reason;
        }
    }
}
