/** For each business, what is due is done: within the limits, in the right order, and never twice. */
@NullMarked
package com.nowinfinity.xpm.worker.dispatch;

import org.jspecify.annotations.NullMarked;
