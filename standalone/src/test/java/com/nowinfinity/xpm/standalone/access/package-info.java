/** What access.json promises. */
@NullMarked
package com.nowinfinity.xpm.standalone.access;

import org.jspecify.annotations.NullMarked;
