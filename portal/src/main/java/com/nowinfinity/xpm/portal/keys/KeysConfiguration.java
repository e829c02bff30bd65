package com.nowinfinity.xpm.portal.keys;

import com.nowinfinity.xpm.access.OpenPaths;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class KeysConfiguration {

    @Bean
    SigningKey signingKey(IssuerProperties properties) {
        return KeyFile.keep(properties.keyFile());
    }

    @Bean
    TokenIssuer tokenIssuer(SigningKey key, IssuerProperties properties, InstantSource clock) {
        return new TokenIssuer(key, properties.issuer(), properties.audience(), clock);
    }

    @Bean
    OpenPaths keySetIsOpen() {
        return OpenPaths.of("/.well-known/jwks.json");
    }
}
