package com.nowinfinity.xpm.standalone.process;

import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * A process that belongs to the system.
 *
 * @param name for people
 * @param start starts it, again and again
 * @param health asks it, quickly, how it is
 * @param log where it writes
 */
public record Child(String name, Supplier<Process> start, Supplier<Health> health, Path log) {}
