package com.nowinfinity.xpm.standalone.stack;

import com.nowinfinity.xpm.standalone.options.Options;
import com.nowinfinity.xpm.standalone.options.Xero;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What each service is told, by the variables of its application.yaml; a service gets only the secrets that it needs.
 */
final class Environment {

    /** What the tokens of this installation are made for. */
    private static final String AUDIENCE = "xpm-integration";

    /** Of our app at the simulator. */
    static final String CLIENT_ID = "nowinfinity-standalone";

    private final Addresses addresses;
    private final Credentials credentials;
    private final DataFolder folder;
    private final Options options;

    Environment(Addresses addresses, Credentials credentials, DataFolder folder, Options options) {
        this.addresses = addresses;
        this.credentials = credentials;
        this.folder = folder;
        this.options = options;
    }

    Map<String, String> of(Service service, int port, int managementPort) {
        var environment = new HashMap<>(shared());
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(managementPort));
        environment.putAll(
                switch (service) {
                    case CONNECTOR -> connector();
                    case WORKER -> worker();
                    case REPORT, NOTIFICATION -> Map.of();
                    case PORTAL -> portal();
                });
        return environment;
    }

    private Map<String, String> shared() {
        return Map.of(
                "LOGGING_LEVEL_ORG_APACHE_KAFKA",
                "WARN",
                "SERVER_ADDRESS",
                "127.0.0.1",
                "MANAGEMENT_SERVER_ADDRESS",
                "127.0.0.1",
                "SPRING_KAFKA_BOOTSTRAP_SERVERS",
                addresses.kafka(),
                "SCHEMA_REGISTRY_URI",
                addresses.registry().toString(),
                "MONGODB_URI",
                addresses.mongodb(),
                "PORTAL_JWK_SET_URI",
                addresses.of(Seat.PORTAL) + "/.well-known/jwks.json",
                "PORTAL_ISSUER",
                addresses.of(Seat.PORTAL).toString(),
                "PORTAL_AUDIENCE",
                AUDIENCE);
    }

    private Map<String, String> connector() {
        var base = addresses.xeroBase();
        var environment = new HashMap<>(Map.of(
                "XERO_AUTHORIZATION_URI",
                base + "/identity/connect/authorize",
                "XERO_TOKEN_URI",
                base + "/connect/token",
                "XERO_REVOCATION_URI",
                base + "/connect/revocation",
                "XERO_CONNECTIONS_URI",
                base + "/connections",
                "XERO_CLIENT_ID",
                clientId(options.xero()),
                "XERO_CLIENT_SECRET",
                clientSecret(options.xero()),
                "XERO_REDIRECT_URI",
                addresses.redirect().toString(),
                "PORTAL_RETURN_URI",
                addresses.of(Seat.PORTAL) + "/settings/practice-management",
                "KEYSET",
                credentials.keyset(),
                "CONNECTOR_INTERNAL_URI",
                addresses.of(Seat.CONNECTOR).toString()));
        environment.put("INTERNAL_SECRET", credentials.internalSecret());
        environment.putAll(limits());
        return environment;
    }

    private Map<String, String> worker() {
        var environment = new HashMap<>(Map.of(
                "XPM_API_URI", addresses.xeroBase() + "/practicemanager/3.1",
                "CONNECTOR_INTERNAL_URI", addresses.of(Seat.CONNECTOR).toString(),
                "INTERNAL_SECRET", credentials.internalSecret(),
                "DOCUMENTS_HOSTS", host(addresses.of(Seat.CONNECTOR))));
        environment.putAll(limits());
        return environment;
    }

    private Map<String, String> limits() {
        var quota = options.quota();
        return Map.of(
                "XPM_LIMITS_WINDOW", quota.window().toMillis() + "ms",
                "XPM_LIMITS_PER_MINUTE", Integer.toString(quota.perMinute()),
                "XPM_LIMITS_PER_DAY", Integer.toString(quota.perDay()));
    }

    private Map<String, String> portal() {
        return Map.of(
                "SPRING_PROFILES_ACTIVE", "demonstration",
                "PORTAL_DEMONSTRATION_FILE", folder.demonstration().toString(),
                "PORTAL_SEED_FILE", folder.practice().toString(),
                "PORTAL_KEY_FILE", folder.portalKey().toString(),
                "PORTAL_SERVICES_CONNECTOR", addresses.of(Seat.CONNECTOR).toString(),
                "PORTAL_SERVICES_REPORT", addresses.of(Seat.REPORT).toString(),
                "PORTAL_SERVICES_NOTIFICATION", addresses.of(Seat.NOTIFICATION).toString());
    }

    private static String clientId(@Nullable Xero xero) {
        return xero == null ? CLIENT_ID : xero.clientId();
    }

    private String clientSecret(@Nullable Xero xero) {
        return xero == null ? credentials.clientSecret() : xero.clientSecret();
    }

    private static String host(URI address) {
        return address.getHost() + ":" + address.getPort();
    }
}
