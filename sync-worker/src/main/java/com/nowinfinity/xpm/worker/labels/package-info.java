/** What a practice calls its structures in XPM. */
@NullMarked
package com.nowinfinity.xpm.worker.labels;

import org.jspecify.annotations.NullMarked;
