/** XPM's limits, kept by us: slot, write-ahead and fence in one compare-and-set on the organisation's document. */
@NullMarked
package com.nowinfinity.xpm.worker.limits;

import org.jspecify.annotations.NullMarked;
