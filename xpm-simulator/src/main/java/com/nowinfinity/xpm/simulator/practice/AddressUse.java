package com.nowinfinity.xpm.simulator.practice;

/** What an address is for. */
public enum AddressUse {
    REGISTERED_OFFICE,
    PRINCIPAL_PLACE,
    RESIDENTIAL,
    CONTACT
}
