package com.nowinfinity.xpm.connector;

import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.access.PortalKeys;
import com.nowinfinity.xpm.bus.EventPublisher;
import com.nowinfinity.xpm.bus.EventSubscriptions;
import com.nowinfinity.xpm.connector.store.Chore;
import com.nowinfinity.xpm.simulator.SimulatorConfiguration;
import com.nowinfinity.xpm.simulator.XpmSimulator;
import com.nowinfinity.xpm.simulator.identity.ClientSecret;
import com.nowinfinity.xpm.simulator.identity.HeadlessConsent;
import com.nowinfinity.xpm.simulator.identity.RegisteredApp;
import com.nowinfinity.xpm.standalone.TestPlatform;
import com.nowinfinity.xpm.standalone.platform.FreePort;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The running service with everything around it; one for all tests, each with businesses of its own. */
final class TestConnector {

    static final String SECRET = "a-secret-between-services-of-a-test";
    static final int PARTITIONS = 2;
    static final String KEYSET = """
            {"primaryKeyId": 42, "key": [{"keyId": 42, "status": "ENABLED", "outputPrefixType": "TINK", "keyData": {
              "typeUrl": "type.googleapis.com/google.crypto.tink.AesGcmKey", "keyMaterialType": "SYMMETRIC",
              "value": "GiAAAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHw=="}}]}""";

    private static @Nullable TestConnector shared;

    final PortalKeys keys;
    final XpmSimulator xero;
    final TokenGateway gateway;
    final URI uri;
    final ConfigurableApplicationContext context;
    final Heard heard;
    private final List<ConfigurableApplicationContext> others = new ArrayList<>();
    private @Nullable ConfigurableApplicationContext second;

    private TestConnector() throws Exception {
        keys = new PortalKeys();
        int port = FreePort.any();
        uri = URI.create("http://localhost:" + port);
        xero = XpmSimulator.start(SimulatorConfiguration.of(new RegisteredApp(
                "app",
                new ClientSecret("app-secret"),
                List.of(uri + "/oauth/xero/callback"),
                RegisteredApp.USUAL_SCOPES)));
        gateway = new TokenGateway(xero.baseUri());
        TestPlatform platform = TestPlatform.shared();
        OtherOwners.makeTopics(platform.bootstrapServers(), platform.registryUri(), PARTITIONS);
        context = start(platform.bootstrapServers(), "connector-test", port);
        heard = new Heard(context.getBean(EventSubscriptions.class));
    }

    static synchronized TestConnector shared() {
        if (shared == null) {
            try {
                shared = new TestConnector();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        return shared;
    }

    /** Closed early it would take Netty's threads from the others. */
    synchronized void endsLater(ConfigurableApplicationContext instance) {
        others.add(instance);
    }

    /** Another instance over the same database and broker. */
    synchronized URI secondInstance() {
        if (second == null) {
            second = start(TestPlatform.shared().bootstrapServers(), "connector-test", FreePort.any());
            endsLater(second);
        }
        return URI.create("http://localhost:" + second.getEnvironment().getProperty("server.port"));
    }

    static synchronized void stopShared() {
        if (shared != null) {
            shared.heard.close();
            shared.others.forEach(ConfigurableApplicationContext::close);
            shared.context.close();
            shared.gateway.close();
            shared.xero.close();
            shared.keys.close();
            shared = null;
        }
    }

    /** One more instance of the service. */
    ConfigurableApplicationContext start(String bootstrapServers, String database, int port) {
        return run(arguments(bootstrapServers, database, port));
    }

    /** An instance that differs in some arguments. */
    ConfigurableApplicationContext startWith(String... different) {
        List<String> arguments = arguments(TestPlatform.shared().bootstrapServers(), "connector-test", FreePort.any());
        for (String argument : different) {
            String name = argument.substring(0, argument.indexOf('=') + 1);
            arguments.removeIf(other -> other.startsWith(name));
            arguments.add(argument);
        }
        arguments.add("--logging.level.org.springframework.boot.diagnostics=off");
        return run(arguments);
    }

    private List<String> arguments(String bootstrapServers, String database, int port) {
        List<String> arguments = new ArrayList<>();
        Map.ofEntries(
                        Map.entry("server.port", port),
                        Map.entry("management.server.port", 0),
                        Map.entry("spring.kafka.bootstrap-servers", bootstrapServers),
                        Map.entry("schema-registry.uri", TestPlatform.shared().registryUri()),
                        Map.entry("mongodb.uri", TestPlatform.shared().mongoUri()),
                        Map.entry("mongodb.database", database),
                        Map.entry("portal.jwk-set-uri", keys.jwkSetUri()),
                        Map.entry("portal.issuer", PortalKeys.ISSUER),
                        Map.entry("portal.audience", PortalKeys.AUDIENCE),
                        Map.entry("portal.return-uri", "http://localhost:8080/settings?page=xero"),
                        Map.entry("xero.client-id", "app"),
                        Map.entry("xero.client-secret", "app-secret"),
                        Map.entry("xero.redirect-uri", uri + "/oauth/xero/callback"),
                        Map.entry("xero.authorization-uri", xero.baseUri() + "/identity/connect/authorize"),
                        Map.entry("xero.token-uri", gateway.baseUri() + "/connect/token"),
                        Map.entry("xero.revocation-uri", gateway.baseUri() + "/connect/revocation"),
                        Map.entry("xero.connections-uri", xero.baseUri() + "/connections"),
                        Map.entry("connector.internal-uri", "http://localhost:" + port),
                        Map.entry("connector.sweep-interval", "200ms"),
                        Map.entry("connector.refresh-lease", "15s"),
                        Map.entry("runs.schedule.interval", "200ms"),
                        Map.entry("internal.secret", SECRET),
                        Map.entry("documents.max-size", "1MB"),
                        Map.entry("keyset", KEYSET),
                        Map.entry("event-bus.partitions", PARTITIONS),
                        Map.entry("event-bus.publishing.timeout", "2s"),
                        Map.entry("logging.level.root", "error"),
                        Map.entry("logging.level.com.nowinfinity", "warn"))
                .forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return arguments;
    }

    private static ConfigurableApplicationContext run(List<String> arguments) {
        return new SpringApplicationBuilder(ConnectorService.class).run(arguments.toArray(String[]::new));
    }

    /** Does a chore at both instances. */
    void chore(String name) {
        for (ConfigurableApplicationContext instance : second == null ? List.of(context) : List.of(context, second)) {
            instance.getBeansOfType(Chore.class).values().stream()
                    .filter(chore -> chore.name().equals(name))
                    .forEach(chore -> chore.work().run());
        }
    }

    /** A business that nobody else uses. */
    Portal business() {
        return portal("b-" + UUID.randomUUID());
    }

    Portal portal(String businessId) {
        return new Portal(uri, keys, businessId);
    }

    MongoDatabase database() {
        return context.getBean(MongoDatabase.class);
    }

    /** What workers and reports say goes out this way. */
    EventPublisher workers() {
        return context.getBean(EventPublisher.class);
    }

    /** Who answers Xero's page from now on, and which of the organisations are allowed; null for all. */
    void consentAs(String user, @Nullable List<String> tenantIds) {
        xero.consentAs(new HeadlessConsent(user, tenantIds, false));
    }

    String tenant(int number) {
        return xero.tenantIds().get(number);
    }

    Reply internal(String method, String path, String json, @Nullable String secret) {
        return internalAt(uri, method, path, json, secret);
    }

    static Reply internalAt(URI instance, String method, String path, String json, @Nullable String secret) {
        Map<String, String> headers = secret == null
                ? Map.of("Content-Type", "application/json")
                : Map.of("Content-Type", "application/json", "Authorization", "Bearer " + secret);
        return Portal.exchange(
                method, instance.resolve(path), BodyPublishers.ofString(json.replace('\'', '"')), headers);
    }
}
