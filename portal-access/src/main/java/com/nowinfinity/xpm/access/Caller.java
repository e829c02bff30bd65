package com.nowinfinity.xpm.access;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who calls, by the portal's token; controllers take it as an argument.
 *
 * @param sub the person's stable id in the portal
 * @param email for notices; null where the token has none
 * @param businessIds the businesses the person works for
 */
public record Caller(String sub, @Nullable String email, Set<String> businessIds) {

    static Caller of(Jwt token) {
        List<String> businesses = token.getClaimAsStringList("business_ids");
        return new Caller(
                Objects.requireNonNull(token.getSubject(), "checked by PortalTokens"),
                token.getClaimAsString("email"),
                businesses == null ? Set.of() : Set.copyOf(businesses));
    }
}
