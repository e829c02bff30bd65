package com.nowinfinity.xpm.standalone.stack;

import com.nowinfinity.xpm.standalone.helper.Helper;
import com.nowinfinity.xpm.standalone.helper.HelperSettings;
import com.nowinfinity.xpm.standalone.options.Options;
import com.nowinfinity.xpm.standalone.platform.FreePort;
import com.nowinfinity.xpm.standalone.platform.RegistryProcess;
import com.nowinfinity.xpm.standalone.process.Child;
import com.nowinfinity.xpm.standalone.process.ChildJvm;
import com.nowinfinity.xpm.standalone.process.Health;
import com.nowinfinity.xpm.standalone.process.Launcher;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The processes of one installation. */
final class Children {

    private static final int HELPER_HEAP = 384;
    private static final int SERVICE_HEAP = 256;
    private static final Duration ANSWER = Duration.ofSeconds(3);

    private final Options options;
    private final Addresses addresses;
    private final DataFolder folder;
    private final Credentials credentials;
    private final Environment environment;
    private final List<Integer> furtherConnectors;

    Children(Options options, Addresses addresses, DataFolder folder, Credentials credentials) {
        this.options = options;
        this.addresses = addresses;
        this.folder = folder;
        this.credentials = credentials;
        this.environment = new Environment(addresses, credentials, folder, options);
        this.furtherConnectors = IntStream.range(1, options.connectors())
                .mapToObj(number -> FreePort.any())
                .toList();
    }

    /** Where connector-services answer, the one with the usual port first. */
    List<URI> connectors() {
        return Stream.concat(Stream.of(addresses.ports().of(Seat.CONNECTOR)), furtherConnectors.stream())
                .map(Addresses::onPort)
                .toList();
    }

    Child registry(Path home) {
        var log = folder.log("registry");
        int port = addresses.ports().of(Seat.REGISTRY);
        return new Child(
                "schema registry",
                () -> RegistryProcess.start(home, folder.registry(), log, port).process(),
                at(URI.create(addresses.registry() + "/subjects")),
                log);
    }

    Child helper() {
        var classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .map(Path::toAbsolutePath)
                .toList();
        var settings = new HelperSettings(
                folder.helper(),
                addresses.ports().of(Seat.KAFKA),
                addresses.ports().of(Seat.MONGODB),
                addresses.ports().managementOf(Seat.SIMULATOR),
                simulator());
        var jvm = new ChildJvm(
                JvmOptions.with(JvmOptions.small(HELPER_HEAP), "-Dlogback.configurationFile=logback-helper.xml"),
                classPath,
                Helper.class.getName(),
                List.of(),
                settings.environment(),
                folder.root(),
                folder.log("helper"));
        return child("helper (broker, database, simulator)", jvm, addresses.healthOf(Seat.SIMULATOR));
    }

    /** Every service, and as many sync-workers and connector-services as asked for; the first have the usual ports. */
    List<Child> services(List<UnpackedService> unpacked) {
        var launcher = Launcher.writeTo(folder.root());
        var children = new ArrayList<Child>();
        for (var service : unpacked) {
            var seat = service.service().seat();
            var ports = addresses.ports();
            children.add(
                    service(service, launcher, service.service().module(), ports.of(seat), ports.managementOf(seat)));
            if (service.service() == Service.WORKER) {
                IntStream.rangeClosed(2, options.workers())
                        .mapToObj(number ->
                                service(service, launcher, "sync-worker-" + number, FreePort.any(), FreePort.any()))
                        .forEach(children::add);
            }
            if (service.service() == Service.CONNECTOR) {
                for (int port : furtherConnectors) {
                    var name = "connector-service-" + (furtherConnectors.indexOf(port) + 2);
                    children.add(service(service, launcher, name, port, FreePort.any()));
                }
            }
        }
        return children;
    }

    private Child service(UnpackedService service, Path launcher, String name, int port, int managementPort) {
        var jvm = new ChildJvm(
                JvmOptions.small(SERVICE_HEAP),
                List.of(launcher, service.jar()),
                Launcher.mainClassOf(service.jar()),
                List.of(),
                environment.of(service.service(), port, managementPort),
                folder.root(),
                folder.log(name));
        return child(name, jvm, Addresses.health(managementPort));
    }

    private static Child child(String name, ChildJvm jvm, URI health) {
        return new Child(name, jvm::start, at(health), jvm.log());
    }

    private static Supplier<Health> at(URI address) {
        return () -> Health.at(address, ANSWER);
    }

    private HelperSettings.@Nullable Simulator simulator() {
        if (addresses.xero() != null) {
            return null;
        }
        var quota = options.quota();
        return new HelperSettings.Simulator(
                addresses.ports().of(Seat.SIMULATOR),
                Environment.CLIENT_ID,
                credentials.clientSecret(),
                addresses.redirect(),
                options.clients(),
                options.seed(),
                quota.window(),
                quota.perMinute(),
                quota.perDay());
    }
}
