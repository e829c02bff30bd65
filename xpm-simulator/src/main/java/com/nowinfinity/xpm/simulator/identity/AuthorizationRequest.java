package com.nowinfinity.xpm.simulator.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An app's request for consent, checked as far as it goes back to the app itself. */
record AuthorizationRequest(
        RegisteredApp app,
        String redirectUri,
        Set<String> scopes,
        @Nullable String state,
        @Nullable String codeChallenge,
        @Nullable String nonce) {

    /** A request that must not be sent back anywhere, for nobody vouches for the address. */
    static final class NotOursException extends RuntimeException {
        NotOursException(String error) {
            super(error);
        }
    }

    static AuthorizationRequest read(Map<String, String> parameters, Collection<RegisteredApp> apps) {
        RegisteredApp app = apps.stream()
                .filter(each -> each.clientId().equals(parameters.get("client_id")))
                .findFirst()
                .orElseThrow(() -> new NotOursException("unauthorized_client: unknown client_id"));
        String redirectUri = parameters.getOrDefault("redirect_uri", "");
        if (!app.redirectUris().contains(redirectUri)) {
            throw new NotOursException("unauthorized_client: invalid redirect_uri");
        }
        return new AuthorizationRequest(
                app,
                redirectUri,
                scopes(parameters.getOrDefault("scope", "")),
                parameters.get("state"),
                parameters.get("code_challenge"),
                parameters.get("nonce"));
    }

    /** The error that goes back to the app, if any. */
    Optional<String> error(Map<String, String> parameters) {
        if (!"code".equals(parameters.get("response_type"))) {
            return Optional.of("unsupported_response_type");
        }
        if (codeChallenge != null && !"S256".equals(parameters.get("code_challenge_method"))) {
            return Optional.of("invalid_request");
        }
        return scopes.isEmpty() || !app.scopes().containsAll(scopes) ? Optional.of("invalid_scope") : Optional.empty();
    }

    private static Set<String> scopes(String text) {
        Set<String> scopes = new LinkedHashSet<>(Arrays.asList(text.split(" ", -1)));
        scopes.remove("");
        return scopes;
    }
}
