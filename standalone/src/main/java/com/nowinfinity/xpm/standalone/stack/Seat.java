package com.nowinfinity.xpm.standalone.stack;

/** A place in the system that others connect to, with its usual port; a managed one has a second port for its health. */
public enum Seat {
    PORTAL(8080, true),
    CONNECTOR(8081, true),
    WORKER(8082, true),
    REPORT(8083, true),
    NOTIFICATION(8084, true),
    REGISTRY(8085, false),
    SIMULATOR(8090, true),
    KAFKA(9092, false),
    MONGODB(27017, false);

    private final int usualPort;
    private final boolean managed;

    Seat(int usualPort, boolean managed) {
        this.usualPort = usualPort;
        this.managed = managed;
    }

    int usualPort() {
        return usualPort;
    }

    boolean managed() {
        return managed;
    }
}
