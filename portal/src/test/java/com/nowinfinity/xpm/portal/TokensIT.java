package com.nowinfinity.xpm.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TokensIT {

    private static final String ENTITY = "/api/businesses/b-1/entities/c-1";

    private final RunningPortal portal = RunningPortal.shared();

    @Test
    void publishesThePublicHalfOfItsKeyAlone() {
        JsonNode key = RunningPortal.json(portal.send("GET", "/.well-known/jwks.json", null, null))
                .path("keys")
                .path(0);

        assertThat(key.propertyNames()).contains("kty", "n", "e", "kid", "alg").doesNotContain("d", "p", "q", "dp");
    }

    @Test
    void issuesTheClaimsOfTheContract() {
        JsonNode claims = claims(portal.manager());

        assertThat(claims.propertyNames())
                .containsExactlyInAnyOrder("sub", "email", "business_ids", "scope", "iss", "aud", "iat", "exp");
        assertThat(claims.path("sub").asString()).isEqualTo("anna");
        assertThat(claims.path("scope").asString()).isEqualTo("xpm.manage");
        assertThat(claims.path("business_ids").toString()).isEqualTo("[\"b-1\"]");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(12 * 3600);
    }

    @Test
    void namesEveryBusinessOfTheUser() {
        assertThat(claims(portal.token("{\"user\": \"otto\"}"))
                        .path("business_ids")
                        .toString())
                .isEqualTo("[\"b-1\",\"b-2\"]");
    }

    @Test
    void issuesWhatTheRequestAsksForInstead() {
        JsonNode claims = claims(portal.token(
                "{\"user\": \"anna\", \"scope\": \"xpm.read\", \"businessIds\": [\"b-9\"], \"expiresIn\": 60}"));

        assertThat(claims.path("scope").asString()).isEqualTo("xpm.read");
        assertThat(claims.path("business_ids").toString()).isEqualTo("[\"b-9\"]");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(60);
    }

    @Test
    void opensItsOwnApiWithItsOwnTokens() {
        assertThat(status(ENTITY, portal.manager())).isEqualTo(200);
    }

    private int status(String path, String token) {
        return portal.send("GET", path, token, null).statusCode();
    }

    private static JsonNode claims(String token) {
        byte[] payload = Base64.getUrlDecoder().decode(token.substring(token.indexOf('.') + 1, token.lastIndexOf('.')));
        return JsonMapper.shared().readTree(new String(payload, StandardCharsets.UTF_8));
    }
}
