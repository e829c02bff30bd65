/** Tests of what the list of discrepancies offers. */
@NullMarked
package com.nowinfinity.xpm.portal.differences;

import org.jspecify.annotations.NullMarked;
