package com.nowinfinity.xpm.simulator.identity;

import java.util.List;

/** Somebody with a Xero login, and the organisations she may connect apps to. */
public record XeroUser(String userId, String name, String email, List<Tenant> tenants) {

    public XeroUser {
        tenants = List.copyOf(tenants);
    }
}
