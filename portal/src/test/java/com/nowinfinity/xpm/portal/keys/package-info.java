/** Tests. */
@NullMarked
package com.nowinfinity.xpm.portal.keys;

import org.jspecify.annotations.NullMarked;
