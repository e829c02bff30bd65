/** Child processes: how they start, are watched, and end with their parent. */
@NullMarked
package com.nowinfinity.xpm.standalone.process;

import org.jspecify.annotations.NullMarked;
