package com.nowinfinity.xpm.simulator.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller without a browser answers on the consent page.
 *
 * @param user by name or e-mail address
 * @param tenantIds what she allows; null = all she has
 * @param decline whether she cancels
 */
public record HeadlessConsent(String user, @Nullable List<String> tenantIds, boolean decline) {}
