/** The whole system on one machine: one helper process with the platform, and each service in a process of its own. */
@NullMarked
package com.nowinfinity.xpm.standalone;

import org.jspecify.annotations.NullMarked;
