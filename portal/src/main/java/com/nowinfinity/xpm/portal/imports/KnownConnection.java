package com.nowinfinity.xpm.portal.imports;

import org.jspecify.annotations.Nullable;

/**
 * A business's connection as the portal was last told.
 *
 * @param state as in the contract, {@code CONNECTED} and so on
 * @param tenantId the organisation; null before one is chosen
 * @param organisationName which Xero may not tell
 * @param following whether Corporate Messenger changes go to XPM by themselves
 */
public record KnownConnection(
        String state, @Nullable String tenantId, @Nullable String organisationName, boolean following) {}
