package com.nowinfinity.xpm.portal.keys;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public keys, for whoever checks a token. */
@RestController
class KeySetEndpoint {

    private final SigningKey key;

    KeySetEndpoint(SigningKey key) {
        this.key = key;
    }

    @GetMapping("/.well-known/jwks.json")
    Map<String, Object> keySet() {
        return key.publicKeySet();
    }
}
