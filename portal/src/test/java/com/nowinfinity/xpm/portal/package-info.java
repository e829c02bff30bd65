/** The portal, whole, on real parts. */
@NullMarked
package com.nowinfinity.xpm.portal;

import org.jspecify.annotations.NullMarked;
