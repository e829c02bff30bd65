package com.nowinfinity.xpm.portal.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.web.server.WebSession;

/** The authorisation that this browser has begun and not come back from. */
final class Attempts {

    private static final String BUSINESS = "connecting";

    private Attempts() {}

    static void begin(WebSession session, String businessId) {
        session.getAttributes().put(BUSINESS, businessId);
    }

    static boolean isOpen(WebSession session, String businessId) {
        return businessId.equals(session.getAttribute(BUSINESS));
    }

    /** The business it was for; null where there was none. */
    static @Nullable String end(WebSession session) {
        return session.getAttributes().remove(BUSINESS) instanceof String businessId ? businessId : null;
    }
}
