/** What the pages decide, without their web. */
@NullMarked
package com.nowinfinity.xpm.portal.registers;

import org.jspecify.annotations.NullMarked;
