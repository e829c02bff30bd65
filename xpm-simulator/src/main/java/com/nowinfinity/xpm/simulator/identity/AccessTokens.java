package com.nowinfinity.xpm.simulator.identity;

import com.nowinfinity.xpm.simulator.wire.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** JSON web tokens with the contents of Xero's, signed with the simulator's own key. */
public final class AccessTokens {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String KEY_ID = "simulator-1";

    private final KeyPair keys;
    private final Supplier<String> ids;

    public AccessTokens(KeyPair keys, Supplier<String> ids) {
        this.keys = keys;
        this.ids = ids;
    }

    /** What a good token says. */
    record Claims(String grantId, Instant expiresAt) {}

    String access(Grant grant, String issuer, Instant now, Instant expiresAt) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("nbf", now.getEpochSecond());
        claims.put("exp", expiresAt.getEpochSecond());
        claims.put("iss", issuer);
        claims.put("aud", issuer + "/resources");
        claims.put("client_id", grant.clientId());
        claims.put("sub", grant.userId().replace("-", ""));
        claims.put("auth_time", grant.at().getEpochSecond());
        claims.put("xero_userid", grant.userId());
        claims.put("global_session_id", grant.grantId());
        claims.put("jti", ids.get().replace("-", ""));
        claims.put("authentication_event_id", grant.authEventId());
        claims.put("scope", grant.scopes().stream().sorted().toList());
        return signed(claims);
    }

    String identity(Grant grant, XeroUser user, String issuer, Instant now, Optional<String> nonce) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("nbf", now.getEpochSecond());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plusSeconds(300).getEpochSecond());
        claims.put("iss", issuer);
        claims.put("aud", grant.clientId());
        nonce.ifPresent(value -> claims.put("nonce", value));
        claims.put("sub", grant.userId().replace("-", ""));
        claims.put("auth_time", grant.at().getEpochSecond());
        claims.put("xero_userid", grant.userId());
        claims.put("email", user.email());
        claims.put("name", user.name());
        return signed(claims);
    }

    /** Nothing for what this key did not sign. */
    Optional<Claims> read(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3 || !isSignedByUs(parts)) {
            return Optional.empty();
        }
        try {
            JsonNode claims = Json.mapper().readTree(Base64.getUrlDecoder().decode(parts[1]));
            if (claims.path("client_id").isMissingNode()) {
                return Optional.empty();
            }
            return Optional.of(new Claims(
                    claims.path("global_session_id").asString(),
                    Instant.ofEpochSecond(claims.path("exp").asLong())));
        } catch (JacksonException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** The public key as a JSON web key set. */
    Map<String, Object> keySet() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return Map.of(
                "keys",
                List.of(Map.of(
                        "kty",
                        "RSA",
                        "use",
                        "sig",
                        "alg",
                        "RS256",
                        "kid",
                        KEY_ID,
                        "n",
                        BASE64.encodeToString(unsigned(key.getModulus().toByteArray())),
                        "e",
                        BASE64.encodeToString(unsigned(key.getPublicExponent().toByteArray())))));
    }

    private String signed(Map<String, Object> claims) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", "RS256");
        header.put("kid", KEY_ID);
        header.put("typ", "JWT");
        header.put("x5t", KEY_ID);
        String content = part(header) + "." + part(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private boolean isSignedByUs(String[] parts) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(keys.getPublic());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException | IllegalArgumentException foreign) {
            return false;
        }
    }

    private static String part(Map<String, Object> content) {
        return BASE64.encodeToString(Json.mapper().writeValueAsBytes(content));
    }

    private static byte[] unsigned(byte[] number) {
        return number[0] == 0 ? Arrays.copyOfRange(number, 1, number.length) : number;
    }
}
