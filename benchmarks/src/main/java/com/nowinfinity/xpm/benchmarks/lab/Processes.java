package com.nowinfinity.xpm.benchmarks.lab;

import com.nowinfinity.xpm.benchmarks.plain.PlainWorker;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.simulator.judge.Limits;
import com.nowinfinity.xpm.standalone.platform.FreePort;
import com.nowinfinity.xpm.standalone.platform.RegistryProcess;
import com.nowinfinity.xpm.standalone.process.ChildJvm;
import com.nowinfinity.xpm.standalone.process.Health;
import com.nowinfinity.xpm.standalone.process.Launcher;
import com.nowinfinity.xpm.standalone.stack.Installation;
import com.nowinfinity.xpm.standalone.stack.Service;
import com.nowinfinity.xpm.standalone.stack.UnpackedService;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes the processes of a laboratory. */
final class Processes {

    /** For a worker's call to XPM. One is over soon in a laboratory, so that a take-over need not wait for long. */
    static final Duration ANSWER_DEADLINE = Duration.ofSeconds(5);

    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final int SERVER_HEAP = 2048;
    private static final int CONNECTOR_HEAP = 256;

    private final Path folder;
    private final Path repository;
    private final Collector servers;
    private final int brokerPort = FreePort.any();
    private final int databasePort = FreePort.any();
    private final int registryPort = FreePort.any();

    /** @param servers how broker and database collect their garbage */
    Processes(Path folder, Path repository, Collector servers) {
        this.folder = folder;
        this.repository = repository;
        this.servers = servers;
    }

    String brokers() {
        return "127.0.0.1:" + brokerPort;
    }

    String database() {
        return "mongodb://127.0.0.1:" + databasePort;
    }

    URI registryUri() {
        return URI.create("http://127.0.0.1:%d/apis/ccompat/v7".formatted(registryPort));
    }

    LabProcess broker() {
        return server("broker", brokerPort);
    }

    LabProcess databaseServer() {
        return server("database", databasePort);
    }

    LabProcess registry() {
        Path home = repository.resolve("standalone/target/registry");
        return LabProcess.server(
                "registry",
                () -> RegistryProcess.start(home, folder.resolve("registry"), log("registry"), registryPort)
                        .process(),
                at(URI.create(registryUri() + "/subjects")),
                log("registry"));
    }

    /** sync-worker, or the baseline in its place. */
    LabProcess worker(int number, LabSettings settings, URI xpm, TokenDoor door) {
        int port = FreePort.any();
        int management = FreePort.any();
        Map<String, String> environment = new HashMap<>(shared(port, management, settings.partitions()));
        environment.put("XPM_API_URI", xpm + "/practicemanager/3.1");
        environment.put("CONNECTOR_INTERNAL_URI", door.uri().toString());
        environment.put("INTERNAL_SECRET", TokenDoor.SECRET);
        Limits limits = settings.limits();
        environment.put("XPM_LIMITS_WINDOW", limits.window().toMillis() + "ms");
        environment.put("XPM_LIMITS_PER_MINUTE", Integer.toString(limits.perMinute()));
        environment.put("XPM_LIMITS_PER_DAY", Integer.toString(limits.perDay()));
        environment.put("XPM_LIMITS_APP_PER_MINUTE", Integer.toString(limits.appPerMinute()));
        environment.put("XPM_ANSWER_DEADLINE", ANSWER_DEADLINE.toMillis() + "ms");
        environment.put("XPM_SETTLING_TIME", "1s");
        String name = "worker-" + number;
        ChildJvm jvm = switch (settings.engine()) {
            case OURS -> service(Service.WORKER, settings.heapMegabytes(), environment, name);
            case PLAIN ->
                new ChildJvm(
                        options(settings.heapMegabytes(), Collector.SERIAL),
                        ownClassPath(),
                        PlainWorker.class.getName(),
                        List.of(),
                        environment,
                        folder,
                        log(name));
        };
        return LabProcess.service(name, jvm::start, log(name), new Actuator(management));
    }

    /** connector-service, for changes that come over HTTP; nobody connects through it. */
    LabProcess connector(int port, Portal portal, URI xero) {
        int management = FreePort.any();
        Map<String, String> environment = new HashMap<>(shared(port, management, Topics.DEFAULT_PARTITIONS));
        environment.putAll(Map.of(
                "XERO_CLIENT_ID",
                Consent.APP.clientId(),
                "XERO_CLIENT_SECRET",
                "benchmarks-secret",
                "XERO_REDIRECT_URI",
                Consent.APP.redirectUris().getFirst(),
                "XERO_AUTHORIZATION_URI",
                xero + "/identity/connect/authorize",
                "XERO_TOKEN_URI",
                xero + "/connect/token",
                "XERO_REVOCATION_URI",
                xero + "/connect/revocation",
                "XERO_CONNECTIONS_URI",
                xero + "/connections",
                "KEYSET",
                Keysets.fresh()));
        environment.putAll(Map.of(
                "PORTAL_JWK_SET_URI",
                portal.keySet().toString(),
                "PORTAL_ISSUER",
                Portal.ISSUER,
                "PORTAL_AUDIENCE",
                Portal.AUDIENCE,
                "PORTAL_RETURN_URI",
                "http://localhost/settings",
                "CONNECTOR_INTERNAL_URI",
                "http://127.0.0.1:" + port,
                "INTERNAL_SECRET",
                TokenDoor.SECRET));
        ChildJvm jvm = service(Service.CONNECTOR, CONNECTOR_HEAP, environment, "connector");
        return LabProcess.service("connector", jvm::start, log("connector"), new Actuator(management));
    }

    private ChildJvm service(Service service, int heap, Map<String, String> environment, String name) {
        UnpackedService unpacked = new Installation(repository, repository.resolve("standalone/target/registry"))
                .unpackedServices().stream()
                        .filter(known -> known.service() == service)
                        .findFirst()
                        .orElseThrow();
        return new ChildJvm(
                options(heap, Collector.SERIAL),
                List.of(Launcher.writeTo(folder), unpacked.jar()),
                Launcher.mainClassOf(unpacked.jar()),
                List.of(),
                environment,
                folder,
                log(name));
    }

    private LabProcess server(String kind, int port) {
        ChildJvm jvm = new ChildJvm(
                options(SERVER_HEAP, servers),
                ownClassPath(),
                ServerProcess.class.getName(),
                List.of(kind, folder.resolve(kind).toString(), Integer.toString(port)),
                Map.of(),
                folder,
                log(kind));
        return LabProcess.server(kind, jvm::start, () -> takesConnections(port) ? Health.UP : Health.SILENT, log(kind));
    }

    private Map<String, String> shared(int port, int management, int partitions) {
        return Map.of(
                "SERVER_ADDRESS", "127.0.0.1",
                "SERVER_PORT", Integer.toString(port),
                "MANAGEMENT_SERVER_ADDRESS", "127.0.0.1",
                "MANAGEMENT_SERVER_PORT", Integer.toString(management),
                "SPRING_KAFKA_BOOTSTRAP_SERVERS", brokers(),
                "SCHEMA_REGISTRY_URI", registryUri().toString(),
                "MONGODB_URI", database(),
                "EVENT_BUS_PARTITIONS", Integer.toString(partitions),
                "LOGGING_LEVEL_ORG_APACHE_KAFKA", "WARN");
    }

    /** As in production: both compilers. */
    private static List<String> options(int heapMegabytes, Collector collector) {
        return List.of(
                "-Xmx%dm".formatted(heapMegabytes),
                collector.option(),
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true");
    }

    private static List<Path> ownClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .map(Path::toAbsolutePath)
                .toList();
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }

    private static Supplier<Health> at(URI address) {
        return () -> Health.at(address, ANSWER);
    }

    private static boolean takesConnections(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
