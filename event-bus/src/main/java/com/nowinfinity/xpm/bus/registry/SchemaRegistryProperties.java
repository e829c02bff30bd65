package com.nowinfinity.xpm.bus.registry;

import com.nowinfinity.xpm.bus.StartRefusedException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the schema registry is.
 *
 * @param uri base of Confluent's API, as {@code http://registry:8085/apis/ccompat/v7}
 */
@ConfigurationProperties("schema-registry")
public record SchemaRegistryProperties(@Nullable URI uri) {

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
        return uri;
    }
}
