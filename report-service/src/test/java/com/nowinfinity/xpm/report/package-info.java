/** The service as a whole, on real parts. */
@NullMarked
package com.nowinfinity.xpm.report;

import org.jspecify.annotations.NullMarked;
