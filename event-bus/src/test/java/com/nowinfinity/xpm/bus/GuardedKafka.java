package com.nowinfinity.xpm.bus;

import com.nowinfinity.xpm.standalone.platform.FreePort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.Time;

/** A real broker that speaks TLS alone, asks who is there, and lets nobody do anything that is not allowed by name. */
final class GuardedKafka implements AutoCloseable {

    private static final String LOGIN = "org.apache.kafka.common.security.plain.PlainLoginModule required";
    private static final String WORD = "for-this-test-alone";
    private static final List<String> PEOPLE = List.of("broker", "connector", "worker");

    private final KafkaRaftServer server;
    private final int port;
    private final Path certificate;

    private GuardedKafka(KafkaRaftServer server, int port, Path certificate) {
        this.server = server;
        this.port = port;
        this.certificate = certificate;
    }

    static GuardedKafka start(Path folder) throws IOException {
        int port = FreePort.any();
        Path certificate = certificate();
        Properties settings = settings(folder, port, FreePort.any(), certificate);
        Path file = Files.createTempFile("guarded", ".properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            settings.store(out, null);
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] format = {"format", "-t", "eHBtLWd1YXJkZWQtMTIzNA", "-c", file.toString()};
        if (StorageTool.execute(format, new PrintStream(said, true, StandardCharsets.UTF_8)) != 0) {
            throw new IllegalStateException(said.toString(StandardCharsets.UTF_8));
        }
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        return new GuardedKafka(server, port, certificate);
    }

    /** A certificate of its own for this address, in a store that the broker shows and its clients trust. */
    private static Path certificate() throws IOException {
        Path store = Files.createTempDirectory("guarded").resolve("broker.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        WORD,
                        "-alias",
                        "broker",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=broker",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-validity",
                        "2")
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!Files.exists(store)) {
            throw new IllegalStateException(said);
        }
        return store;
    }

    private static Properties settings(Path folder, int port, int controllerPort, Path certificate) {
        String known = String.join(
                " ",
                PEOPLE.stream()
                        .map(who -> "user_%s=\"%s\"".formatted(who, password(who)))
                        .toList());
        Properties settings = new Properties();
        Map.ofEntries(
                        Map.entry("process.roles", "broker,controller"),
                        Map.entry("node.id", "1"),
                        Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
                        Map.entry("controller.listener.names", "CONTROLLER"),
                        Map.entry(
                                "listeners",
                                "SITE://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort)),
                        Map.entry("advertised.listeners", "SITE://127.0.0.1:" + port),
                        Map.entry("listener.security.protocol.map", "SITE:SASL_SSL,CONTROLLER:PLAINTEXT"),
                        Map.entry("ssl.keystore.location", certificate.toString()),
                        Map.entry("ssl.keystore.password", WORD),
                        Map.entry("ssl.truststore.location", certificate.toString()),
                        Map.entry("ssl.truststore.password", WORD),
                        Map.entry("inter.broker.listener.name", "SITE"),
                        Map.entry("sasl.enabled.mechanisms", "PLAIN"),
                        Map.entry("sasl.mechanism.inter.broker.protocol", "PLAIN"),
                        Map.entry(
                                "listener.name.site.plain.sasl.jaas.config",
                                "%s username=\"broker\" password=\"%s\" %s;"
                                        .formatted(LOGIN, password("broker"), known)),
                        Map.entry("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
                        Map.entry("super.users", "User:broker;User:ANONYMOUS"),
                        Map.entry("log.dirs", folder.toAbsolutePath().toString()),
                        Map.entry("auto.create.topics.enable", "false"),
                        Map.entry("offsets.topic.replication.factor", "1"),
                        Map.entry("offsets.topic.num.partitions", "1"),
                        Map.entry("group.initial.rebalance.delay.ms", "0"))
                .forEach(settings::setProperty);
        return settings;
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** What a service of this name is told about the broker, as the properties of Spring. */
    String[] site(String who, String password) {
        return new String[] {
            "spring.kafka.bootstrap-servers=" + bootstrapServers(),
            "spring.kafka.properties.security.protocol=SASL_SSL",
            "spring.kafka.properties.ssl.truststore.location=" + certificate,
            "spring.kafka.properties.ssl.truststore.password=" + WORD,
            "spring.kafka.properties.sasl.mechanism=PLAIN",
            "spring.kafka.properties.sasl.jaas.config=" + login(who, password)
        };
    }

    static String password(String who) {
        return "secret-of-" + who;
    }

    /** Lets somebody do this with a topic or a group; everything else stays forbidden. */
    void allow(String who, ResourceType type, String name, AclOperation... operations) {
        Collection<AclBinding> rules = Stream.of(operations)
                .map(operation -> new AclBinding(
                        new ResourcePattern(type, name, PatternType.LITERAL),
                        new AccessControlEntry("User:" + who, "*", operation, AclPermissionType.ALLOW)))
                .toList();
        try (Admin admin = Admin.create(Map.of(
                "bootstrap.servers",
                bootstrapServers(),
                "security.protocol",
                "SASL_SSL",
                "ssl.truststore.location",
                certificate.toString(),
                "ssl.truststore.password",
                WORD,
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                login("broker", password("broker"))))) {
            admin.createAcls(rules).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String login(String who, String password) {
        return "%s username=\"%s\" password=\"%s\";".formatted(LOGIN, who, password);
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
