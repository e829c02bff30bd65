package com.nowinfinity.xpm.standalone.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How one child JVM is started. Addresses and secrets travel in the environment, never on the command line, where
 * everybody on the machine could read them.
 *
 * @param mainClass found on the class path
 * @param environment added to ours
 * @param log standard output and error are appended to it
 */
public record ChildJvm(
        List<String> jvmOptions,
        List<Path> classPath,
        String mainClass,
        List<String> arguments,
        Map<String, String> environment,
        Path folder,
        Path log) {

    public ChildJvm {
        jvmOptions = List.copyOf(jvmOptions);
        classPath = List.copyOf(classPath);
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(new LinkedHashMap<>(environment));
    }

    /** Starts it; it ends by itself when this process ends. */
    public Process start() {
        var builder = new ProcessBuilder(command()).directory(folder.toFile());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("The process %s does not start".formatted(mainClass), e);
        }
    }

    private List<String> command() {
        // Ctrl-C in a terminal reaches the whole process group; the parent alone decides when which child ends.
        var command = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.add("-cp");
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(EndWithParent.class.getName());
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }

    /** Nothing of the environment: it holds secrets. */
    @Override
    public String toString() {
        return "ChildJvm[%s in %s]".formatted(mainClass, folder);
    }
}
