package com.nowinfinity.xpm.connector.business;

import org.jspecify.annotations.Nullable;

/**
 * An XPM account that a Xero user has opened to our app.
 *
 * @param name Xero leaves it out for some practices
 * @param connectionId of the opening, which closes it; two users of one account have two
 */
public record Organisation(String tenantId, @Nullable String name, String connectionId) {}
