package com.nowinfinity.xpm.benchmarks.lab;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** A portal as far as connector-service needs one: a key set, and tokens for its users. */
final class Portal implements AutoCloseable {

    static final String AUDIENCE = "benchmarks";
    static final String ISSUER = "http://portal.example";

    private static final int BITS = 2048;
    private static final Duration LIFE = Duration.ofHours(12);

    private final RSAKey key;
    private final HttpServer server;

    Portal() {
        try {
            key = new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java has no RSA", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The portal's key set cannot be served", e);
        }
        byte[] keys = new JWKSet(key).toString(true).getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
            }
        });
        server.start();
    }

    URI keySet() {
        return URI.create(
                "http://127.0.0.1:%d/keys".formatted(server.getAddress().getPort()));
    }

    String token(List<String> businessIds, Instant now) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject("benchmark")
                .claim("email", "benchmark@portal.example")
                .claim("business_ids", businessIds)
                .claim("scope", "xpm.manage")
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .build();
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .type(JOSEObjectType.JWT)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("Signing failed", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
