/** What is told of each event. */
@NullMarked
package com.nowinfinity.xpm.worker.outcome;

import org.jspecify.annotations.NullMarked;
