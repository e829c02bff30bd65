package com.nowinfinity.xpm.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer of the service. */
record Reply(HttpResponse<String> response) {

    private static final JsonMapper JSON = new JsonMapper();

    int status() {
        return response.statusCode();
    }

    JsonNode json() {
        return JSON.readTree(response.body());
    }

    /** What stands at a JSON pointer. */
    JsonNode at(String pointer) {
        return json().at(pointer);
    }

    String text(String pointer) {
        return at(pointer).asString();
    }

    Reply expect(int status) {
        assertThat(status()).as(response.body()).isEqualTo(status);
        return this;
    }

    Reply expectProblem(int status, String code) {
        expect(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(text("/code")).as(response.body()).isEqualTo(code);
        assertThat(at("/status").asInt()).isEqualTo(status);
        assertThat(text("/title")).isNotBlank();
        assertThat(text("/detail")).isNotBlank();
        assertThat(text("/type")).isNotBlank();
        return this;
    }
}
