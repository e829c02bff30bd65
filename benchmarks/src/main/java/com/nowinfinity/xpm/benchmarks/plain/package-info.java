/** The baseline: what a capable developer writes in a day with one listener and a blocking client. */
@NullMarked
package com.nowinfinity.xpm.benchmarks.plain;

import org.jspecify.annotations.NullMarked;
