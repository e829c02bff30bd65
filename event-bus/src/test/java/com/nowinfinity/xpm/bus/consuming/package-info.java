/** Tests of the package. */
@NullMarked
package com.nowinfinity.xpm.bus.consuming;

import org.jspecify.annotations.NullMarked;
