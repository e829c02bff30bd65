/** The outermost ring: properties in, beans out. */
@NullMarked
package com.nowinfinity.xpm.worker.wiring;

import org.jspecify.annotations.NullMarked;
