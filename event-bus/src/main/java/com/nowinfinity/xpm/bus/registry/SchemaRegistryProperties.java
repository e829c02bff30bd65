package com.nowinfinity.xpm.bus.registry;

import com.nowinfinity.xpm.bus.StartRefusedException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the schema registry is, and who we are there.
 *
 * @param uri base of Confluent's API, as {@code http://registry:8085/apis/ccompat/v7}
 * @param username shown to it with every request (HTTP Basic); null or empty where it asks for none
 */
@ConfigurationProperties("schema-registry")
public record SchemaRegistryProperties(
        @Nullable URI uri,
        @Nullable String username,
        @Nullable String password) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    public URI required() {
        if (uri == null) {
            throw new StartRefusedException(
                    "The configuration is wrong: schema-registry.uri (SCHEMA_REGISTRY_URI) is not set.");
        }
        if (uri.getScheme() == null
                || !SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                || uri.getHost() == null) {
            throw new StartRefusedException(
                    "The configuration is wrong: schema-registry.uri must be an http or https address, but is " + uri
                            + ".");
        }
        if (isSet(username) != isSet(password)) {
            throw new StartRefusedException(
                    "The configuration is wrong: schema-registry.username and schema-registry.password go together.");
        }
        if (uri.getUserInfo() != null) {
            throw new StartRefusedException(
                    "The configuration is wrong: schema-registry.uri must not hold credentials, which would be logged"
                            + " with it; schema-registry.username and schema-registry.password are for them.");
        }
        return uri;
    }

    /** As Confluent's client takes them; null where there are none. */
    @Nullable
    String userInfo() {
        return isSet(username) ? username + ":" + password : null;
    }

    /** A header's value; null where there are no credentials. */
    @Nullable
    String authorization() {
        String info = userInfo();
        return info == null
                ? null
                : "Basic " + Base64.getEncoder().encodeToString(info.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isSet(@Nullable String text) {
        return text != null && !text.isEmpty();
    }

    @Override
    public String toString() {
        return "SchemaRegistryProperties[uri=" + uri + "]";
    }
}
