package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.XpmException;
import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.worker.comparison.EntityComparator;
import com.nowinfinity.xpm.worker.limits.Slot;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import com.nowinfinity.xpm.worker.tokens.TaxFileNumber;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Sends a tax file number in a call of its own: only when the practice wants it, only into a blank field, and without
 * holding anything else up (domain 2). What XPM says of it is passed on to nobody, for it may quote the number.
 */
final class TaxFileNumberWrite {

    private static final String FIELD = "tfnReference";

    private final Business business;
    private final FirstUpdate first;

    TaxFileNumberWrite(Business business, FirstUpdate first) {
        this.business = business;
        this.first = first;
    }

    /** Empty when it is there or not wanted; else why it was not written. */
    Optional<Reason> write(PracticeClient client, Entity entity, Attempt attempt) {
        if (!business.connection().sendsTaxFileNumbers()
                || client.registration().taxNumber() != null) {
            return Optional.empty();
        }
        String reference = entity.getTfnReference();
        try {
            // One that came in after the last change, or beside a portal that names none, has no reference here.
            Optional<TaxFileNumber> number = reference == null
                    ? business.taxFileNumbers().of(business.id(), entity.getEntityId())
                    : business.taxFileNumbers().redeem(business.id(), reference);
            if (number.isEmpty()) {
                return reference == null
                        ? Optional.empty()
                        : reason("tax-file-number-gone", "The tax file number is no longer kept.");
            }
            ClientPatch patch =
                    ClientPatch.NONE.set(ClientElement.TAX_NUMBER, number.get().value());
            Supplier<Optional<PracticeClient>> look =
                    () -> attempt.call(Slot.Purpose.READ, call -> business.xpm().getClient(call, client.id()));
            // The answer to a create shows less than a look does, which must not pass for something that moved.
            PracticeClient standing = first.isDue() ? look.get().orElse(client) : client;
            first.make(
                    standing,
                    patch,
                    look,
                    whole -> attempt.call(
                            Slot.Purpose.WRITE, call -> business.xpm().updateClient(call, client.id(), whole)));
            attempt.writes(Set.of(FIELD));
            noteAgreed(number.get(), attempt);
            return Optional.empty();
        } catch (IOException e) {
            return reason("tax-file-number-unavailable", "The tax file number could not be had just now.");
        } catch (XpmException.Rejected e) {
            return reason("tax-file-number-refused", "Practice Manager does not take the tax file number.");
        }
    }

    /** What we have sent is agreed by definition: that ours is corrected later makes the client nobody else's. */
    private void noteAgreed(TaxFileNumber sent, Attempt attempt) {
        business.stores()
                .intents()
                .update(
                        business.id(),
                        attempt.entityId(),
                        before -> before.withBase(before.base().agreeing(EntityComparator.TFN_TAIL, sent.tail())));
    }

    private static Optional<Reason> reason(String code, String text) {
        return Optional.of(Outcomes.reason(code, text));
    }
}
