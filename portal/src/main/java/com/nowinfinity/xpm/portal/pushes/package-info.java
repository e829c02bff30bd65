/** Push: what it would do, the people ticked, and what became of it. */
@NullMarked
package com.nowinfinity.xpm.portal.pushes;

import org.jspecify.annotations.NullMarked;
