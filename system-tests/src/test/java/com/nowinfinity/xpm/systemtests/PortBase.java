package com.nowinfinity.xpm.systemtests;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;
import java.util.stream.IntStream;

/** A place for a system's ports where nothing listens; {@code --port-base} puts all others at their usual distance. */
final class PortBase {

    /** From the portal's 8080: services, registry, simulator, management of them, Kafka, MongoDB. */
    private static final int[] DISTANCES = {
        0, 1, 2, 3, 4, 5, 10, 1000, 1001, 1002, 1003, 1004, 1010, 9092 - 8080, 27017 - 8080
    };

    /** So low that even MongoDB's lies below the ports that the system gives to clients. */
    private static final int LOWEST = 10_000;

    private static final int HIGHEST = 13_000;

    private PortBase() {}

    static int free() {
        return new Random()
                .ints(LOWEST, HIGHEST)
                .filter(base -> IntStream.of(DISTANCES).allMatch(distance -> isFree(base + distance)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
