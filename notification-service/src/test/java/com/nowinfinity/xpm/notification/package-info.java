/** The service as a whole, on real parts. */
@NullMarked
package com.nowinfinity.xpm.notification;

import org.jspecify.annotations.NullMarked;
