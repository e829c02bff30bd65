package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.api.practice.StaffMember;
import com.nowinfinity.xpm.api.practice.StaffReference;
import com.nowinfinity.xpm.events.NewClients;
import com.nowinfinity.xpm.worker.limits.Slot;
import com.nowinfinity.xpm.worker.pushes.Push;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the practice files a new client: as the business has chosen; what it has not chosen, as the client of the entity
 * that is pushed. Set on create only (domain 7).
 */
final class NewClientDefaults {

    private final Business business;
    private final Attempt attempt;
    private final List<StaffMember> staff = new ArrayList<>();
    private boolean staffRead;

    NewClientDefaults(Business business, Attempt attempt) {
        this.business = business;
        this.attempt = attempt;
    }

    ClientPatch into(ClientPatch elements) {
        Optional<NewClients> chosen = business.connection().newClients();
        Optional<PracticeClient> main = mainClient();
        return elements.set(
                        ClientElement.CLIENT_CODE,
                        chosen.map(NewClients::getClientCode)
                                .or(() -> main.map(client -> client.practice().clientCode()))
                                .orElse(null))
                .set(
                        ClientElement.BALANCE_MONTH,
                        chosen.map(NewClients::getBalanceMonth)
                                .or(() ->
                                        main.map(client -> client.registration().balanceMonth()))
                                .map(String::valueOf)
                                .orElse(null))
                .set(
                        ClientElement.PARTNER_ID,
                        member(
                                chosen,
                                NewClients::getPartner,
                                () -> main.map(client -> client.practice().partner())))
                .set(
                        ClientElement.MANAGER_ID,
                        member(
                                chosen,
                                NewClients::getManager,
                                () -> main.map(client -> client.practice().manager())));
    }

    /** As it was seen last; none while the pushed entity itself is new. */
    private Optional<PracticeClient> mainClient() {
        return business.stores()
                .pushes()
                .find(business.id(), attempt.demand().eventId())
                .map(Push::mainEntityId)
                .flatMap(entityId -> business.stores()
                        .intents()
                        .find(business.id(), entityId)
                        .clientIn(attempt.tenantId()))
                .flatMap(clientId -> business.stores().mirror().find(business.id(), attempt.tenantId(), clientId));
    }

    private @Nullable String member(
            Optional<NewClients> chosen,
            Function<NewClients, @Nullable String> role,
            Supplier<Optional<StaffReference>> ofMain) {
        return chosen.map(role)
                .map(this::idOf)
                .or(() -> ofMain.get().map(StaffReference::id))
                .orElse(null);
    }

    /** By e-mail, else by name; null for somebody who is not on the staff. */
    private @Nullable String idOf(String wanted) {
        return staff().stream()
                .filter(member -> wanted.equalsIgnoreCase(member.email()))
                .findFirst()
                .or(() -> staff().stream()
                        .filter(member -> wanted.equalsIgnoreCase(member.name()))
                        .findFirst())
                .map(StaffMember::id)
                .orElse(null);
    }

    /** Asked for once, and only when the business has named somebody. */
    private List<StaffMember> staff() {
        if (!staffRead) {
            staff.addAll(attempt.call(Slot.Purpose.READ, business.xpm()::listStaff));
            staffRead = true;
        }
        return staff;
    }
}
