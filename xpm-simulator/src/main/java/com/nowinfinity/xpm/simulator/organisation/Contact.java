package com.nowinfinity.xpm.simulator.organisation;

/** A person to talk to, shared by any number of clients; unset values are empty. */
public record Contact(
        String id,
        String name,
        String mobile,
        String email,
        String phone,
        String salutation,
        String addressee,
        boolean deleted) {}
