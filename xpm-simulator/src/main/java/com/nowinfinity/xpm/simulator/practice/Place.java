package com.nowinfinity.xpm.simulator.practice;

/** One Australian address. */
record Place(String street, String city, String state, String postcode) {

    PortalEntity.Address as(AddressUse use) {
        return new PortalEntity.Address(use, street, city, state, postcode, "Australia");
    }
}
