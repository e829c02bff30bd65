/** Tests. */
@NullMarked
package com.nowinfinity.xpm.report.flags;

import org.jspecify.annotations.NullMarked;
