package com.nowinfinity.xpm.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    @Test
    void printNothing() {
        Call call = Call.with(new Credentials("tenant", new AccessToken("canary")));

        assertThat(call.toString()).contains("tenant").doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\r\nHost: evil", "ü"})
    void cannotSmuggleHeaders(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccessToken(value))
                .withMessageNotContaining("evil");
        assertThatIllegalArgumentException().isThrownBy(() -> new Credentials(value, new AccessToken("a")));
    }
}
