package com.nowinfinity.xpm.standalone.stack;

/** The services, each built as a runnable jar by the module of its name. */
public enum Service {
    CONNECTOR("connector-service", Seat.CONNECTOR),
    WORKER("sync-worker", Seat.WORKER),
    REPORT("report-service", Seat.REPORT),
    NOTIFICATION("notification-service", Seat.NOTIFICATION),
    PORTAL("portal", Seat.PORTAL);

    private final String module;
    private final Seat seat;

    Service(String module, Seat seat) {
        this.module = module;
        this.seat = seat;
    }

    String module() {
        return module;
    }

    Seat seat() {
        return seat;
    }
}
