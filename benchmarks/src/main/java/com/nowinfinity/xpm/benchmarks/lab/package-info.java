/** The place where things are measured: real broker, registry and database, workers as processes, a simulated XPM. */
@NullMarked
package com.nowinfinity.xpm.benchmarks.lab;

import org.jspecify.annotations.NullMarked;
