package com.nowinfinity.xpm.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A portal that publishes one key and signs tokens with it, or, for the wrong ones, in other ways. */
public final class PortalKeys implements AutoCloseable {

    public static final String ISSUER = "https://portal.test";
    public static final String AUDIENCE = "xpm";

    private final RSAKey key;
    private final HttpServer server;
    private final AtomicInteger reads = new AtomicInteger();

    public PortalKeys() throws IOException, JOSEException {
        this(new RSAKeyGenerator(2048).keyID("k-1").generate());
    }

    /** @param key of a portal that publishes it by itself too */
    public PortalKeys(RSAKey key) throws IOException {
        this.key = key;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        server.createContext("/jwks", exchange -> {
            reads.incrementAndGet();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
    }

    public URI jwkSetUri() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/jwks");
    }

    int reads() {
        return reads.get();
    }

    public String token(String scope, String... businessIds) {
        return token(claims -> claims.claim("scope", scope).claim("business_ids", List.of(businessIds)));
    }

    public String token(Consumer<JWTClaimsSet.Builder> change) {
        return signed(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims(change), signer());
    }

    /**
     * A token that differs from a good one.
     *
     * @param how {@code signed}, {@code none}, {@code confused}, {@code stranger}, {@code stranger offered},
     *     {@code changed}, {@code changed signature}
     * @param header members instead of a good one's; null leaves one out
     * @param claims likewise; {@code exp} and {@code nbf} in seconds from now
     */
    public String wrong(
            String how, Map<String, Object> header, Map<String, Object> claims, String scope, String businessId) {
        return WrongTokens.made(how, key, header, claims(made -> {
            made.claim("scope", scope).claim("business_ids", List.of(businessId));
            claims.forEach((name, value) -> made.claim(name, WrongTokens.claim(name, value)));
        }));
    }

    private JWSSigner signer() {
        try {
            return new RSASSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .subject("u-1")
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("email", "u-1@practice.test")
                .claim("scope", "xpm.manage")
                .claim("business_ids", List.of("b-1"));
        change.accept(claims);
        return claims.build();
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) {
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
