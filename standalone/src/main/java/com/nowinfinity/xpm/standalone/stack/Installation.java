package com.nowinfinity.xpm.standalone.stack;

import java.nio.file.Path;
import java.util.List;

/**
 * What the build made, and what is started from it.
 *
 * @param repository where the modules lie, with a runnable jar in the target folder of each service
 * @param registry the schema registry's unpacked archive
 */
public record Installation(Path repository, Path registry) {

    /** Lays the services out for a quick start unless that has been done since they were built. */
    public List<UnpackedService> unpackedServices() {
        return ServiceJar.allIn(repository).parallelStream()
                .map(UnpackedService::of)
                .toList();
    }
}
