@NullMarked
package com.nowinfinity.xpm.benchmarks.suite;

import org.jspecify.annotations.NullMarked;
