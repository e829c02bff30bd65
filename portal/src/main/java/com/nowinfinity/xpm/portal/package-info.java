/** The reference portal: stands in for NowInfinity's own. */
@NullMarked
package com.nowinfinity.xpm.portal;

import org.jspecify.annotations.NullMarked;
