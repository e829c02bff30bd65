package com.nowinfinity.xpm.report.flags;

import org.jspecify.annotations.Nullable;

/**
 * A pin on an entity in the portal.
 *
 * @param code stable: {@code linked}, {@code not-found-in-xpm}, {@code archived-in-xpm}, {@code prospect-in-xpm},
 *     {@code ambiguous}, {@code number-differs}, {@code state-differs}, {@code address-differs}, {@code asic-change-due}, {@code role-differs}, {@code differs}, {@code waiting}
 * @param text for people
 * @param count how many discrepancies are behind it; 0 where none is meant
 * @param clientId the linked client, with {@code linked}
 */
record Flag(String code, String text, int count, @Nullable String clientId) {}
