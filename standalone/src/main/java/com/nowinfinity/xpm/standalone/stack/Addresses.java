package com.nowinfinity.xpm.standalone.stack;

import com.nowinfinity.xpm.standalone.options.Xero;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where everything answers. HTTP addresses say {@code localhost}: Xero allows plain http for that name alone, and the
 * cookie of an authorisation must find the same host on the portal's and the connector's port.
 */
record Addresses(Ports ports, @Nullable Xero xero) {

    URI of(Seat seat) {
        return onPort(ports.of(seat));
    }

    static URI onPort(int port) {
        return URI.create("http://localhost:" + port);
    }

    URI healthOf(Seat seat) {
        return health(ports.managementOf(seat));
    }

    static URI health(int managementPort) {
        return URI.create("http://localhost:%d/actuator/health".formatted(managementPort));
    }

    /** Xero itself, another simulator, or ours. */
    URI xeroBase() {
        return xero == null ? of(Seat.SIMULATOR) : xero.base();
    }

    URI registry() {
        return URI.create(of(Seat.REGISTRY) + "/apis/ccompat/v7");
    }

    String kafka() {
        return "localhost:" + ports.of(Seat.KAFKA);
    }

    String mongodb() {
        return "mongodb://localhost:" + ports.of(Seat.MONGODB);
    }

    URI redirect() {
        return URI.create(of(Seat.CONNECTOR) + "/oauth/xero/callback");
    }
}
