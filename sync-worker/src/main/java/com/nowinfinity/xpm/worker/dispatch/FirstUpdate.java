package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import com.nowinfinity.xpm.worker.planning.ElementValues;
import com.nowinfinity.xpm.worker.written.Trial;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

    /**
     * Makes an update, as the first one or as any, in the form in which XPM takes them. Every update of a client comes
     * through here.
     *
     * @param look reads the client back
     * @param update sends the patch that is handed to it
     */
    PracticeClient make(
            PracticeClient before,
            ClientPatch named,
            Supplier<Optional<PracticeClient>> look,
            Function<ClientPatch, PracticeClient> update) {
        ClientPatch patch = outgoing(named, before);
        if (!isDue()) {
            return update.apply(patch);
        }
        return alone.locked(() -> {
            Optional<Reason> failed = failure();
            if (failed.isPresent()) {
                throw new Stopped(failed.get());
            }
            PracticeClient updated = update.apply(patch);
            return isDue() ? check(before, patch, look.get().orElse(updated)) : updated;
        });
    }

    /** An XPM that forgets what is not named would forget a tax file number too, and that we cannot name: it is masked. */
    private ClientPatch outgoing(ClientPatch named, PracticeClient before) {
        if (business.settings().pushing().partialUpdates()) {
            return named;
        }
        if (before.registration().taxNumber() != null && !named.elements().containsKey(ClientElement.TAX_NUMBER)) {
            throw new Stopped(Outcomes.reason(
                    "tax-file-number-at-stake",
                    "An update would have to repeat the tax file number of \"%s\", which Practice Manager shows masked: change it there by hand."
                            .formatted(before.name())));
        }
        return ElementValues.whole(named, before);
    }

    private PracticeClient check(PracticeClient before, ClientPatch patch, PracticeClient after) {
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
