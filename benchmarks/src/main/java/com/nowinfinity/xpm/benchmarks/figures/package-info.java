/** Numbers and how they are shown. */
@NullMarked
package com.nowinfinity.xpm.benchmarks.figures;

import org.jspecify.annotations.NullMarked;
