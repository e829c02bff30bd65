package com.nowinfinity.xpm.standalone.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback interface. */
public final class FreePort {

    private static final int FIRST = 20_000;
    /** Linux' default, {@code net.ipv4.ip_local_port_range}; other systems begin higher. */
    private static final int FIRST_OF_OUTGOING = 32_768;

    private static final int ATTEMPTS = 1_000;

    private FreePort() {}

    /**
     * A port that nobody listens on, below those that the system gives to outgoing connections, and that this method gives
     * to nobody else for the next minute, in whatever process; two that ask within the same moment could both get one.
     */
    public static int any() {
        for (int i = 0; i < ATTEMPTS; i++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, FIRST_OF_OUTGOING);
            if (isUnused(port) && reserve(port)) {
                return port;
            }
        }
        throw new IllegalStateException("None of " + ATTEMPTS + " ports from " + FIRST + " to "
                + (FIRST_OF_OUTGOING - 1) + " on the loopback interface is free");
    }

    /**
     * Leaves a closed connection behind. A port whose last connection closed less than a minute ago (TIME_WAIT) can be
     * bound by a server, for servers set SO_REUSEADDR, and not by who does not set it, as {@link #isUnused} does not.
     */
    private static boolean reserve(int port) {
        try (var server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                var client = new Socket(InetAddress.getLoopbackAddress(), port)) {
            // Whose end closes first is the one that waits, so the server's does.
            server.accept().close();
            return client.getInputStream().read() == -1;
        } catch (IOException taken) {
            return false;
        }
    }

    private static boolean isUnused(int port) {
        return canBind(port, false);
    }

    /** Whether a server could listen on the port. */
    public static boolean isFree(int port) {
        return canBind(port, true);
    }

    private static boolean canBind(int port, boolean afterAClosedConnection) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(afterAClosedConnection);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
