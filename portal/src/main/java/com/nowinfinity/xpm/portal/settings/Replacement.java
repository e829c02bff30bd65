package com.nowinfinity.xpm.portal.settings;

import org.jspecify.annotations.Nullable;

/** {@code GET /connection/replaced}: what ends at Xero with the present connection; nothing where there is none. */
record Replacement(@Nullable Ending replaces) {

    /**
     * @param name of the organisation; null where Xero told none, or none was chosen yet
     * @param connectedBy who connected it
     * @param revokesUser whether all that the Xero user opened to us ends too
     */
    record Ending(
            @Nullable String tenantId,
            @Nullable String name,
            @Nullable String connectedBy,
            boolean revokesUser) {

        public String organisation() {
            return name == null || name.isBlank() ? "the organisation in use" : name;
        }
    }
}
