/**
 * The place where things are measured: real broker and registry, the embedded database, workers as processes, a
 * simulated XPM.
 */
@NullMarked
package com.nowinfinity.xpm.benchmarks.lab;

import org.jspecify.annotations.NullMarked;
