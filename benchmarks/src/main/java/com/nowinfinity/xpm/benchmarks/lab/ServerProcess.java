package com.nowinfinity.xpm.benchmarks.lab;

import com.nowinfinity.xpm.standalone.platform.EmbeddedKafka;
import com.nowinfinity.xpm.standalone.platform.EmbeddedMongo;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The main class of a broker or a database that can be killed on its own: kind, folder, port. */
public final class ServerProcess {

    private ServerProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        Path folder = Path.of(arguments[1]);
        int port = Integer.parseInt(arguments[2]);
        AutoCloseable server = switch (arguments[0]) {
            case "broker" -> EmbeddedKafka.start(folder, port);
            case "database" -> EmbeddedMongo.start(folder, port);
            default -> throw new IllegalArgumentException("A broker or a database, not " + arguments[0]);
        };
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
        new CountDownLatch(1).await();
    }

    private static void close(AutoCloseable server) {
        try {
            server.close();
        } catch (Exception e) {
            System.err.println("%s did not close: %s".formatted(server, e));
        }
    }
}
