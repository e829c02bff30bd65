package com.nowinfinity.xpm.connector.tokens;

import com.nowinfinity.xpm.access.WrongConfigurationException;
import com.nowinfinity.xpm.connector.secrets.Secret;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The app as registered with Xero, and where Xero's identity service is.
 *
 * @param redirectUri exactly as registered
 * @param scopes separated by commas or spaces; with {@code offline_access}, without which there is no refresh token
 */
@ConfigurationProperties("xero")
public record XeroProperties(
        String clientId,
        Secret clientSecret,
        URI redirectUri,
        List<String> scopes,
        URI authorizationUri,
        URI tokenUri,
        URI revocationUri,
        URI connectionsUri) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public XeroProperties {
        text(clientId, "client-id");
        text(clientSecret == null ? null : clientSecret.value(), "client-secret");
        safe(redirectUri, "redirect-uri");
        safe(authorizationUri, "authorization-uri");
        safe(tokenUri, "token-uri");
        safe(revocationUri, "revocation-uri");
        safe(connectionsUri, "connections-uri");
        scopes = scopes.stream()
                .flatMap(some -> Stream.of(some.strip().split("\\s+")))
                .toList();
        if (!scopes.contains("offline_access")) {
            throw new WrongConfigurationException(
                    "xero.scopes must hold offline_access: without it access ends after 30 minutes.");
        }
    }

    private static void text(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw missing(name);
        }
    }

    private static void safe(@Nullable URI uri, String name) {
        if (uri == null || uri.toString().isBlank()) {
            throw missing(name);
        }
        boolean local = "http".equals(uri.getScheme()) && LOOPBACK.contains(String.valueOf(uri.getHost()));
        if (uri.getHost() == null || uri.getRawUserInfo() != null || !("https".equals(uri.getScheme()) || local)) {
            throw new WrongConfigurationException(
                    "xero." + name + " must be an https address; http is for this machine only.");
        }
    }

    private static WrongConfigurationException missing(String name) {
        return new WrongConfigurationException("Set xero.%s (environment variable XERO_%s)."
                .formatted(name, name.replace('-', '_').toUpperCase(Locale.ROOT)));
    }
}
