/** What {@code ./run} was asked for, and one clear sentence when it cannot be done. */
@NullMarked
package com.nowinfinity.xpm.standalone.options;

import org.jspecify.annotations.NullMarked;
