/** Sync Data → Run: reads the client list, links what is certain, imports, compares, tells what differs. Writes nothing to XPM. */
@NullMarked
package com.nowinfinity.xpm.worker.runs;

import org.jspecify.annotations.NullMarked;
