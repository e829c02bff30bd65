package com.nowinfinity.xpm.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Tokens put together by hand, because no library makes such ones. */
final class WrongTokens {

    private static final JsonMapper JSON = new JsonMapper();

    private static @Nullable RSAKey stranger;

    private WrongTokens() {}

    private static synchronized RSAKey stranger() throws JOSEException {
        if (stranger == null) {
            stranger = new RSAKeyGenerator(2048).keyID("k-1").generate();
        }
        return stranger;
    }

    static @Nullable Object claim(String name, @Nullable Object value) {
        boolean time = name.equals("exp") || name.equals("nbf");
        return time && value instanceof Number seconds
                ? Date.from(Instant.now().plusSeconds(seconds.longValue()))
                : value;
    }

    static String made(String how, RSAKey ours, Map<String, Object> changes, JWTClaimsSet claims) {
        try {
            RSAKey stranger = how.startsWith("stranger") ? stranger() : null;
            Map<String, Object> header = new LinkedHashMap<>(Map.of("alg", algorithm(how), "kid", ours.getKeyID()));
            if (stranger != null && how.endsWith("offered")) {
                header.put("jwk", stranger.toPublicJWK().toJSONObject());
            }
            header.putAll(changes);
            String signed = encoded(JSON.writeValueAsString(header)) + "." + encoded(claims.toString());
            return switch (how) {
                case "none" -> signed + ".";
                case "confused" -> signed + "." + mac(signed, ours);
                case "changed" ->
                    signed.substring(0, signed.indexOf('.') + 1)
                            + encoded(claims.toString().replace("u-1", "u-2"))
                            + "."
                            + signature(signed, ours, header);
                case "changed signature" -> signed + "." + signature(signed + "x", ours, header);
                default -> signed + "." + signature(signed, stranger == null ? ours : stranger, header);
            };
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String algorithm(String how) {
        return switch (how) {
            case "none" -> "none";
            case "confused" -> "HS256";
            default -> "RS256";
        };
    }

    private static String mac(String text, RSAKey ours) throws GeneralSecurityException, JOSEException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(ours.toRSAPublicKey().getEncoded(), "HmacSHA256"));
        return Base64URL.encode(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)))
                .toString();
    }

    private static String signature(String text, RSAKey key, Map<String, Object> header)
            throws GeneralSecurityException, JOSEException {
        String algorithm = "RS384".equals(header.get("alg")) ? "SHA384withRSA" : "SHA256withRSA";
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key.toRSAPrivateKey());
        signature.update(text.getBytes(StandardCharsets.UTF_8));
        return Base64URL.encode(signature.sign()).toString();
    }

    private static String encoded(String text) {
        return Base64URL.encode(text).toString();
    }
}
