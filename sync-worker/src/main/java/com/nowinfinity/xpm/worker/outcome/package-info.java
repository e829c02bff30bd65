/** What became of each event: exactly one final outcome for each event and entity or document. */
@NullMarked
package com.nowinfinity.xpm.worker.outcome;

import org.jspecify.annotations.NullMarked;
