/** Real child processes, killed and restarted. */
@NullMarked
package com.nowinfinity.xpm.standalone.process;

import org.jspecify.annotations.NullMarked;
