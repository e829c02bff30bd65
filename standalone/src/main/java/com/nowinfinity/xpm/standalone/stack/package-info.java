/** What the whole system consists of: ports, addresses, secrets, files, and the processes with their environment. */
@NullMarked
package com.nowinfinity.xpm.standalone.stack;

import org.jspecify.annotations.NullMarked;
