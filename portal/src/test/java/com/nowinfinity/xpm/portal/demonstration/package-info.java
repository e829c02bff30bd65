/** Tests. */
@NullMarked
package com.nowinfinity.xpm.portal.demonstration;

import org.jspecify.annotations.NullMarked;
