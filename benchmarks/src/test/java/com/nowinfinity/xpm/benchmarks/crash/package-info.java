@NullMarked
package com.nowinfinity.xpm.benchmarks.crash;

import org.jspecify.annotations.NullMarked;
