package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.api.practice.StaffMember;
import com.nowinfinity.xpm.events.NewClients;
import com.nowinfinity.xpm.worker.limits.Slot;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the business wants every new client to get: set on create only (domain 7). */
final class NewClientDefaults {

    private final Business business;
    private final Attempt attempt;

    NewClientDefaults(Business business, Attempt attempt) {
        this.business = business;
        this.attempt = attempt;
    }

    ClientPatch into(ClientPatch elements) {
        Optional<NewClients> defaults = business.connection().newClients();
        return defaults.isEmpty() ? elements : into(elements, defaults.get());
    }

    private ClientPatch into(ClientPatch elements, NewClients defaults) {
        Integer month = defaults.getBalanceMonth();
        ClientPatch filled = elements.set(ClientElement.CLIENT_CODE, defaults.getClientCode())
                .set(ClientElement.BALANCE_MONTH, month == null ? null : month.toString());
        if (defaults.getPartner() == null && defaults.getManager() == null) {
            return filled;
        }
        List<StaffMember> staff = attempt.call(Slot.Purpose.READ, business.xpm()::listStaff);
        return filled.set(ClientElement.PARTNER_ID, idOf(defaults.getPartner(), staff))
                .set(ClientElement.MANAGER_ID, idOf(defaults.getManager(), staff));
    }

    /** By e-mail, else by name; null for somebody who is not on the staff. */
    private static @Nullable String idOf(@Nullable String wanted, List<StaffMember> staff) {
        if (wanted == null) {
            return null;
        }
        return staff.stream()
                .filter(member -> wanted.equalsIgnoreCase(member.email()))
                .findFirst()
                .or(() -> staff.stream()
                        .filter(member -> wanted.equalsIgnoreCase(member.name()))
                        .findFirst())
                .map(StaffMember::id)
                .orElse(null);
    }
}
