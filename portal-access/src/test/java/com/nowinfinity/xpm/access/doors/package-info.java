/** The doors of a service by its own description, and everything that should not come through them. */
@NullMarked
package com.nowinfinity.xpm.access.doors;

import org.jspecify.annotations.NullMarked;
