package com.nowinfinity.xpm.worker.comparison;

import com.nowinfinity.xpm.api.practice.PostalAddress;
import com.nowinfinity.xpm.events.AddressUse;
import com.nowinfinity.xpm.events.Entity;
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

    static PostalAddress toWrite(Entity entity, AddressUse use) {
        PlainAddress address = of(entity, use);
        return new PostalAddress(
                Capitals.line(address.street()),
                Capitals.line(address.city()),
                address.region(),
                address.postcode(),
                address.country());
    }

    public static PlainAddress of(@Nullable PostalAddress address) {
        return address == null
                ? NONE
                : new PlainAddress(
                        address.street(), address.city(), address.region(), address.postCode(), address.country());
    }
}
