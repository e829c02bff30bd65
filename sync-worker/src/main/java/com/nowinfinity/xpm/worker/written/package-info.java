/** What we wrote to XPM last, so that a person can take it back, and whether a new connection writes as we believe. */
@NullMarked
package com.nowinfinity.xpm.worker.written;

import org.jspecify.annotations.NullMarked;
