package com.nowinfinity.xpm.worker.comparison;

import com.nowinfinity.xpm.api.practice.PostalAddress;
import com.nowinfinity.xpm.events.AddressUse;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.worker.normal.Capitals;
import com.nowinfinity.xpm.worker.normal.PlainAddress;
import org.jspecify.annotations.Nullable;

/** Where each side keeps an address. The registered office is not written to XPM and not compared. */
public final class Addresses {

    private static final PlainAddress NONE = new PlainAddress(null, null, null, null, null);

    private Addresses() {}

    public static PlainAddress of(Entity entity, AddressUse use) {
        return entity.getAddresses().stream()
                .filter(address -> address.getUse() == use)
                .findFirst()
                .map(address -> new PlainAddress(
                        address.getStreet(),
                        address.getCity(),
                        address.getState(),
                        address.getPostcode(),
                        address.getCountry()))
                .orElse(NONE);
    }

    /** XPM has one physical address: a sole trader's is the place of business, and the home where none is given. */
    static PlainAddress forXpm(Entity entity, AddressUse use) {
        boolean isElsewhere = use == AddressUse.RESIDENTIAL
                && entity.getKind() == EntityKind.SOLE_TRADER
                && !of(entity, AddressUse.PRINCIPAL_PLACE).isBlank();
        return isElsewhere ? NONE : of(entity, use);
    }

    static PostalAddress toWrite(Entity entity, AddressUse use) {
        PlainAddress address = forXpm(entity, use);
        return new PostalAddress(
                Capitals.line(address.street()),
                Capitals.line(address.city()),
                Capitals.line(address.region()),
                address.postcode(),
                Capitals.line(address.country()));
    }

    /** What must not be left beside an address of ours; that it is in Australia goes without saying. */
    static PostalAddress inTheWay(@Nullable PostalAddress standing) {
        PlainAddress address = of(standing);
        return new PostalAddress(
                address.street(),
                address.city(),
                address.region(),
                address.postcode(),
                address.isAbroad() ? address.country() : null);
    }

    public static PlainAddress of(@Nullable PostalAddress address) {
        return address == null
                ? NONE
                : new PlainAddress(
                        address.street(), address.city(), address.region(), address.postCode(), address.country());
    }
}
