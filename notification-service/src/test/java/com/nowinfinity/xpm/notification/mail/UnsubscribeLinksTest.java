package com.nowinfinity.xpm.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnsubscribeLinksTest {

    private final UnsubscribeLinks links = links("a-secret-that-is-long-enough-for-tests");

    @ParameterizedTest
    @ValueSource(strings = {"u-1", "auth0|5f7c8ec7c33c6c004bbafe82", "zoë@example", "a.b"})
    void knowTheirOwnAndNoOthers(String sub) {
        String link = links.of(sub).toString();
        String token = link.substring(link.indexOf('=') + 1);

        assertThat(link).startsWith("https://api.example/base/notifications/unsubscribe?token=");
        assertThat(links.person(token)).hasValue(sub);
        assertThat(links("another-secret-that-is-long-enough-too").person(token))
                .isEmpty();
        assertThat(links.person("eA" + token.substring(token.indexOf('.')))).isEmpty();
    }

    private static UnsubscribeLinks links(String secret) {
        return new UnsubscribeLinks(new Letterhead(
                "x@example", URI.create("https://portal.example"), URI.create("https://api.example/base/"), secret));
    }
}
