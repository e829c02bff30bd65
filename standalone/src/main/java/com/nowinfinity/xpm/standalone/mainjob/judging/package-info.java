/** A report held against itself and against the truth of the simulator. */
@NullMarked
package com.nowinfinity.xpm.standalone.mainjob.judging;

import org.jspecify.annotations.NullMarked;
