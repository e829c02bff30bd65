/** Tests of what push pages show. */
@NullMarked
package com.nowinfinity.xpm.portal.pushes;

import org.jspecify.annotations.NullMarked;
