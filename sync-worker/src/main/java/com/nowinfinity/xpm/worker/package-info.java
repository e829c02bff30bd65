/** The sync-worker: from an event on a work topic to a call to Practice Manager and its outcome. */
@NullMarked
package com.nowinfinity.xpm.worker;

import org.jspecify.annotations.NullMarked;
