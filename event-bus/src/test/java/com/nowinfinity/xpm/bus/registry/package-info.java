/** Tests of the package. */
@NullMarked
package com.nowinfinity.xpm.bus.registry;

import org.jspecify.annotations.NullMarked;
