/** The crash lab: real processes under load, killed, held and started again by a seeded chance, and what is left of it. */
@NullMarked
package com.nowinfinity.xpm.benchmarks.crash;

import org.jspecify.annotations.NullMarked;
