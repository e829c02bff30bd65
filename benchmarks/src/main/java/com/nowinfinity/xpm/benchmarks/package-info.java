/** What the write engine is worth: each measure beside a plain baseline in the same run. */
@NullMarked
package com.nowinfinity.xpm.benchmarks;

import org.jspecify.annotations.NullMarked;
