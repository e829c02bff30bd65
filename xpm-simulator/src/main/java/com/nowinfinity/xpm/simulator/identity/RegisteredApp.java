package com.nowinfinity.xpm.simulator.identity;

import java.util.List;
import java.util.Set;

/**
 * An app that Xero knows.
 *
 * @param redirectUris compared to the letter
 * @param scopes what it is approved for; asking for more is {@code invalid_scope}
 */
public record RegisteredApp(String clientId, ClientSecret secret, List<String> redirectUris, Set<String> scopes) {

    /** Everything an approved practice app may ask for. */
    public static final Set<String> USUAL_SCOPES = Set.of(
            "openid",
            "profile",
            "email",
            "offline_access",
            "practicemanager",
            "practicemanager.read",
            "practicemanager.client",
            "practicemanager.client.read",
            "practicemanager.staff",
            "practicemanager.staff.read",
            "practicemanager.job",
            "practicemanager.job.read",
            "practicemanager.time",
            "practicemanager.time.read");

    public RegisteredApp {
        redirectUris = List.copyOf(redirectUris);
        scopes = Set.copyOf(scopes);
    }
}
