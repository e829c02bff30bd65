/** Tests. */
@NullMarked
package com.nowinfinity.xpm.report.rendering;

import org.jspecify.annotations.NullMarked;
