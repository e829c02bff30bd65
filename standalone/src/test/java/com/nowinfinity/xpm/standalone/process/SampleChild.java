package com.nowinfinity.xpm.standalone.process;

import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** A process that answers on a port, ends at once, or has a child of its own. */
final class SampleChild {

    private SampleChild() {}

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "healthy" -> answerOn(Integer.parseInt(arguments[1]));
            case "broken" -> {
                System.out.println("The moon is in the wrong house.");
                System.exit(3);
            }
            case "parent" -> {
                var folder = Path.of(arguments[1]);
                var child = jvm(folder, "healthy", arguments[2]).start();
                Files.writeString(folder.resolve("pid"), Long.toString(child.pid()));
                new CountDownLatch(1).await();
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    static ChildJvm jvm(Path folder, String... arguments) {
        var classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        return new ChildJvm(
                List.of("-Xmx32m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                classPath,
                SampleChild.class.getName(),
                List.of(arguments),
                Map.of("SAMPLE_SECRET", "hush"),
                folder,
                folder.resolve(arguments[0] + ".log"));
    }

    static Child healthy(Path folder, int port) {
        var jvm = jvm(folder, "healthy", Integer.toString(port));
        return new Child("sample", jvm::start, () -> health(port), jvm.log());
    }

    static boolean answers(int port) {
        return health(port) == Health.UP;
    }

    private static Health health(int port) {
        return Health.at(URI.create("http://localhost:" + port), Duration.ofSeconds(1));
    }

    private static void answerOn(int port) throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }
}
