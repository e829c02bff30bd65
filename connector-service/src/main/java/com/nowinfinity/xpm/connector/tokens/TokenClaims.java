package com.nowinfinity.xpm.connector.tokens;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;

/** What an access token says of itself. It came from Xero over TLS and is opaque beside these two claims. */
record TokenClaims(@Nullable String xeroUserId, @Nullable String authEventId) {

    static TokenClaims of(String accessToken) {
        try {
            JWTClaimsSet claims = JWTParser.parse(accessToken).getJWTClaimsSet();
            return claims == null
                    ? new TokenClaims(null, null)
                    : new TokenClaims(
                            claims.getStringClaim("xero_userid"), claims.getStringClaim("authentication_event_id"));
        } catch (ParseException e) {
            return new TokenClaims(null, null);
        }
    }
}
