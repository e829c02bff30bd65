package com.nowinfinity.xpm.standalone.process;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A process that belongs to the system.
 *
 * @param name for people
 * @param start starts it, again and again
 * @param healthy asks it, quickly, whether it is in order
 * @param log where it writes
 */
public record Child(String name, Supplier<Process> start, BooleanSupplier healthy, Path log) {}
