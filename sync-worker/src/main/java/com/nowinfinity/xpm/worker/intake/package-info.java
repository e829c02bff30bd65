/** From the work topics into the store, in milliseconds, whatever XPM does. */
@NullMarked
package com.nowinfinity.xpm.worker.intake;

import org.jspecify.annotations.NullMarked;
