/** What the parts of the system are told. */
@NullMarked
package com.nowinfinity.xpm.standalone.stack;

import org.jspecify.annotations.NullMarked;
