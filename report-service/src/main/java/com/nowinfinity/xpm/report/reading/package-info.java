/** Reports and discrepancies over HTTP. */
@NullMarked
package com.nowinfinity.xpm.report.reading;

import org.jspecify.annotations.NullMarked;
