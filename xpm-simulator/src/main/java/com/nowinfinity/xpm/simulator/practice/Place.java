package com.nowinfinity.xpm.simulator.practice;

import org.jspecify.annotations.Nullable;

/**
 * One Australian address.
 *
 * @param unit its number; null for a house of its own
 * @param street with the number of the house
 */
record Place(@Nullable String unit, String street, String city, String state, String postcode) {

    PortalEntity.Address as(AddressUse use) {
        return new PortalEntity.Address(use, line(), city, state, postcode, "Australia");
    }

    String line() {
        return unit == null ? street : "Unit " + unit + ", " + street;
    }
}
