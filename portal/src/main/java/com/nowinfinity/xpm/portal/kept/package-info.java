/** What was read and is right until something is written. */
@NullMarked
package com.nowinfinity.xpm.portal.kept;

import org.jspecify.annotations.NullMarked;
