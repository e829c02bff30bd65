/** How a command line is understood. */
@NullMarked
package com.nowinfinity.xpm.standalone.options;

import org.jspecify.annotations.NullMarked;
