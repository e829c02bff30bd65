/** Tests. */
@NullMarked
package com.nowinfinity.xpm.report.discrepancy;

import org.jspecify.annotations.NullMarked;
