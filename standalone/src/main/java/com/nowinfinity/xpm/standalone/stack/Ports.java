package com.nowinfinity.xpm.standalone.stack;

import com.nowinfinity.xpm.standalone.options.WrongOptionException;
import com.nowinfinity.xpm.standalone.platform.FreePort;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which port stands for each {@link Seat}: the usual one, the usual one shifted, or any free one. */
public final class Ports {

    private static final int MANAGEMENT_DISTANCE = 1_000;
    private static final int FIRST_PORT = 1_024;
    private static final int LAST_PORT = 65_535;

    private final Map<Integer, Integer> taken = new TreeMap<>();

    private Ports(IntUnaryOperator choice) {
        for (var seat : Seat.values()) {
            taken.put(seat.usualPort(), choice.applyAsInt(seat.usualPort()));
            if (seat.managed()) {
                int management = seat.usualPort() + MANAGEMENT_DISTANCE;
                taken.put(management, choice.applyAsInt(management));
            }
        }
    }

    /** @param portBase the portal's port; null for free ports throughout */
    public static Ports from(@Nullable Integer portBase) {
        if (portBase == null) {
            return new Ports(usual -> FreePort.any());
        }
        int shift = portBase - Seat.PORTAL.usualPort();
        return new Ports(usual -> wrapped(usual + shift));
    }

    /** MongoDB's usual port lies so high that a high base would push it beyond the last one. */
    private static int wrapped(int port) {
        return port <= LAST_PORT ? port : port - LAST_PORT + FIRST_PORT;
    }

    public int of(Seat seat) {
        return port(seat.usualPort());
    }

    public int managementOf(Seat seat) {
        return port(seat.usualPort() + MANAGEMENT_DISTANCE);
    }

    /** Throws {@link WrongOptionException} when somebody else listens on one of them. */
    public void requireFree() {
        var busy = taken.values().stream()
                .filter(port -> !FreePort.isFree(port))
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        if (!busy.isEmpty()) {
            throw new WrongOptionException(
                    "Something else listens on port %s: stop it, or choose other ports with --port-base."
                            .formatted(busy));
        }
    }

    private int port(int usual) {
        var port = taken.get(usual);
        if (port == null) {
            throw new IllegalArgumentException("Nothing has the usual port " + usual);
        }
        return port;
    }
}
