package com.nowinfinity.xpm.simulator.identity;

import org.jspecify.annotations.Nullable;

/** An organisation as the identity service knows it; Xero does not always show a name. */
public record Tenant(
        String tenantId, TenantType type, @Nullable String name) {

    String label() {
        return name == null ? "(without a name)" : name;
    }
}
