/** The discrepancies as a plain list. */
@NullMarked
package com.nowinfinity.xpm.portal.differences;

import org.jspecify.annotations.NullMarked;
