package com.nowinfinity.xpm.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Xero's list of what a user has opened to our app. Fails as {@link XpmApi} does. */
public interface XeroConnections {

    /**
     * All types of tenants, those of earlier consents included.
     *
     * @param authEventId only what this consent opened; null for all
     */
    Answer<List<XeroConnection>> list(AccessToken token, @Nullable String authEventId);

    /** Closes one tenant to us; false when it was not open any more. */
    Answer<Boolean> delete(AccessToken token, String connectionId);
}
