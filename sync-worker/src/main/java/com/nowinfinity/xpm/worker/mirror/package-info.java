/** Our copy of what XPM last showed. */
@NullMarked
package com.nowinfinity.xpm.worker.mirror;

import org.jspecify.annotations.NullMarked;
