package com.nowinfinity.xpm.standalone.platform;

import com.nowinfinity.xpm.standalone.process.ChildJvm;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One of the embedded servers in a process of its own, so that a test can kill it. */
final class ServerMain {

    private ServerMain() {}

    public static void main(String[] arguments) {
        var folder = Path.of(arguments[1]);
        int port = Integer.parseInt(arguments[2]);
        switch (arguments[0]) {
            case "kafka" -> EmbeddedKafka.start(folder, port);
            case "mongo" -> EmbeddedMongo.start(folder, port);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    static Process start(String server, Path folder, int port) {
        var classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        var child = new ChildJvm(
                List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                classPath,
                ServerMain.class.getName(),
                List.of(server, folder.toString(), Integer.toString(port)),
                Map.of(),
                folder,
                folder.resolve("server.log"));
        return child.start();
    }
}
