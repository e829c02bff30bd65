package com.nowinfinity.xpm.standalone.stack;

import com.nowinfinity.xpm.standalone.process.StartFailedException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A service's runnable jar, as its module's build left it. */
record ServiceJar(Service service, Path file) {

    static List<ServiceJar> allIn(Path repository) {
        return List.of(Service.values()).stream()
                .map(service -> in(repository, service))
                .toList();
    }

    private static ServiceJar in(Path repository, Service service) {
        var target = repository.resolve(service.module()).resolve("target");
        try (var jars = Files.newDirectoryStream(target, service.module() + "-*-exec.jar")) {
            for (var jar : jars) {
                return new ServiceJar(service, jar);
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Not built: said below.
        }
        throw new StartFailedException("The module %s is not built: run ./mvnw package.".formatted(service.module()));
    }

    /** Says which build it is. */
    String stamp() {
        try {
            return "%d %s".formatted(Files.size(file), Files.getLastModifiedTime(file));
        } catch (IOException e) {
            throw new StartFailedException("%s cannot be read.".formatted(file));
        }
    }
}
