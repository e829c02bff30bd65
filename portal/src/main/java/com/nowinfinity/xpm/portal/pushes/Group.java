package com.nowinfinity.xpm.portal.pushes;

import org.jspecify.annotations.Nullable;

/** An item of {@code GET /groups} of report-service. */
record Group(String groupId, @Nullable String name, int clients) {

    public String shown() {
        return name == null || name.isBlank() ? "Group without a name (" + groupId + ")" : name;
    }
}
