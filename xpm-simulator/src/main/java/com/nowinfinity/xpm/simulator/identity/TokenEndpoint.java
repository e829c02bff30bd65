package com.nowinfinity.xpm.simulator.identity;

import com.nowinfinity.xpm.simulator.wire.Answer;
import com.nowinfinity.xpm.simulator.wire.Json;
import com.nowinfinity.xpm.simulator.wire.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Codes and refresh tokens in, access tokens out; and the way to give all of it back. */
public final class TokenEndpoint {

    private final Identity identity;
    private final String issuer;
    private final IdentityCalls calls;

    /** @param issuer as tokens name it: where the simulator answers */
    public TokenEndpoint(Identity identity, String issuer, IdentityCalls calls) {
        this.identity = identity;
        this.issuer = issuer;
        this.calls = calls;
    }

    public Answer token(Request request) {
        Map<String, String> form = form(request);
        Optional<RegisteredApp> app = app(request, form);
        if (app.isEmpty()) {
            return error("invalid_client");
        }
        return switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> counted("code", byCode(app.get(), form));
            case "refresh_token" -> counted("refresh", byRefreshToken(app.get(), form));
            default -> error("unsupported_grant_type");
        };
    }

    private Answer counted(String call, Answer answer) {
        calls.count(answer.status() == 200 ? call : call + "-refused");
        return answer;
    }

    private Answer byRefreshToken(RegisteredApp app, Map<String, String> form) {
        return identity.rotate(form.get("refresh_token"), app.clientId())
                .map(rotated -> tokens(rotated.grant(), rotated.refreshToken(), Optional.empty()))
                .orElseGet(() -> error("invalid_grant"));
    }

    /** Unknown tokens are given back just as well. */
    public Answer revocation(Request request) {
        Map<String, String> form = form(request);
        Optional<RegisteredApp> app = app(request, form);
        if (app.isEmpty()) {
            return error("invalid_client");
        }
        calls.count("revocation");
        identity.revoke(form.get("token"), app.get().clientId());
        return Answer.empty(200);
    }

    private Answer byCode(RegisteredApp app, Map<String, String> form) {
        Optional<Code> code = identity.redeem(form.get("code"))
                .filter(found -> found.request().app().clientId().equals(app.clientId()))
                .filter(found -> found.request().redirectUri().equals(form.get("redirect_uri")))
                .filter(found -> isProven(found.request().codeChallenge(), form.get("code_verifier")));
        if (code.isEmpty()) {
            return error("invalid_grant");
        }
        Grant grant = code.get().grant();
        String refreshToken = grant.scopes().contains("offline_access") ? identity.firstRefreshToken(grant) : null;
        return tokens(
                grant, refreshToken, Optional.ofNullable(code.get().request().nonce()));
    }

    private Answer tokens(Grant grant, @Nullable String refreshToken, Optional<String> nonce) {
        Instant now = identity.now();
        Instant expiresAt = now.plus(identity.lifetimes().accessToken());
        Map<String, Object> body = new LinkedHashMap<>();
        if (grant.scopes().contains("openid")) {
            body.put("id_token", identity.tokens().identity(grant, identity.userOf(grant), issuer, now, nonce));
        }
        body.put("access_token", identity.tokens().access(grant, issuer, now, expiresAt));
        body.put("expires_in", identity.lifetimes().accessToken().toSeconds());
        body.put("token_type", "Bearer");
        if (refreshToken != null) {
            body.put("refresh_token", refreshToken);
        }
        body.put("scope", String.join(" ", grant.scopes().stream().sorted().toList()));
        return Json.answer(200, body).with("Cache-Control", "no-store");
    }

    private Optional<RegisteredApp> app(Request request, Map<String, String> form) {
        Optional<String> basic = request.header("authorization")
                .filter(header -> header.regionMatches(true, 0, "Basic ", 0, 6))
                .flatMap(header -> decoded(header.substring(6).strip()));
        String clientId = basic.map(pair -> part(pair, 0)).orElseGet(() -> form.getOrDefault("client_id", ""));
        String secret = basic.map(pair -> part(pair, 1)).orElseGet(() -> form.getOrDefault("client_secret", ""));
        return identity.apps().stream()
                .filter(app -> app.clientId().equals(clientId) && app.secret().matches(secret))
                .findFirst();
    }

    private static Optional<String> decoded(String base64) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Both parts are form-encoded inside the header, by RFC 6749 section 2.3.1. */
    private static String part(String pair, int index) {
        int colon = pair.indexOf(':');
        String part = colon < 0
                ? (index == 0 ? pair : "")
                : index == 0 ? pair.substring(0, colon) : pair.substring(colon + 1);
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plain) {
            return part;
        }
    }

    private static boolean isProven(@Nullable String challenge, @Nullable String verifier) {
        if (challenge == null) {
            return true;
        }
        if (verifier == null) {
            return false;
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .equals(challenge);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static Map<String, String> form(Request request) {
        try {
            return request.form();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private static Answer error(String code) {
        return Json.answer(400, Map.of("error", code)).with("Cache-Control", "no-store");
    }
}
