package com.nowinfinity.xpm.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @Test
    void refusesNoTokenAnExpiredOneAWrongScopeAndAForeignBusiness() {
        assertThat(portal.send("GET", ENTITY, null, null).statusCode()).isEqualTo(401);
        assertThat(status(ENTITY, portal.token("{\"user\": \"anna\", \"expiresIn\": -5}")))
                .isEqualTo(401);
        assertThat(portal.send("PUT", ENTITY, portal.token("{\"user\": \"anna\", \"scope\": \"xpm.read\"}"), "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(status("/api/businesses/b-2/entities", portal.manager())).isEqualTo(404);
    }

    @ParameterizedTest(name = "{0} is answered with {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            {"user": "nobody"}                       | 404 | user-unknown
            {}                                       | 400 | invalid-request
            {"user": ""}                             | 400 | invalid-request
            {"user": "anna", "password": "x"}        | 400 | unknown-field
            {"user": 5}                              | 400 | invalid-field
            {"user": "anna", "businessIds": "b-1"}   | 400 | invalid-field
            {"user": "anna", "expiresIn": "soon"}    | 400 | invalid-field
            {"user": "anna", "expiresIn": 999999999} | 400 | invalid-request
            {"user":                                 | 400 | malformed-json
            """)
    void refusesATokenRequestThatIsNone(String body, int status, String code) {
        HttpResponse<String> answer = portal.send("POST", "/demo/token", null, body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(RunningPortal.json(answer).path("code").asString()).isEqualTo(code);
    }

    private int status(String path, String token) {
        return portal.send("GET", path, token, null).statusCode();
    }

    private static JsonNode claims(String token) {
        byte[] payload = Base64.getUrlDecoder().decode(token.substring(token.indexOf('.') + 1, token.lastIndexOf('.')));
        return JsonMapper.shared().readTree(new String(payload, StandardCharsets.UTF_8));
    }
}
