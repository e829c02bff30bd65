/** compare(entity, client, base, labels, peers) → list of differences: one pure function for push, run and resolution. */
@NullMarked
package com.nowinfinity.xpm.worker.comparison;

import org.jspecify.annotations.NullMarked;
