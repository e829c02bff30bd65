/** The event bus against a real broker and a real registry. */
@NullMarked
package com.nowinfinity.xpm.bus;

import org.jspecify.annotations.NullMarked;
