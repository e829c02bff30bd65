/** What a run looks at. */
@NullMarked
package com.nowinfinity.xpm.worker.runs;

import org.jspecify.annotations.NullMarked;
