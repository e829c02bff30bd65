/** From what differs to what may be written. */
@NullMarked
package com.nowinfinity.xpm.worker.planning;

import org.jspecify.annotations.NullMarked;
