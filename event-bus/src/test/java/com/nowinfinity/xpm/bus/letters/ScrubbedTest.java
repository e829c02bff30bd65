package com.nowinfinity.xpm.bus.letters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScrubbedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer canary.canary",
                "basic canary==",
                "token eyJcanary.eyJcanary.canary here",
                "refresh_token=canary",
                "{\"client_secret\": \"canary\"}",
                "code=canary&state=x",
                "password: canary",
                "tfn 123 456 782 is wrong",
                "number 123456782",
            })
    void removesWhatCouldBeASecret(String text) {
        assertThat(Scrubbed.text(text)).doesNotContain("canary", "456").contains("[removed]");
    }

    @Test
    void leavesWhatIsNoneAndMakesOneLineOfIt() {
        assertThat(Scrubbed.text("schema-unknown: id 77 is not known\r\nforged line"))
                .isEqualTo("schema-unknown: id 77 is not known forged line");
        assertThat(Scrubbed.text("x".repeat(2_000))).hasSize(500);
    }
}
