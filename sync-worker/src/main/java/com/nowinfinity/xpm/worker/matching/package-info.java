/** Which client of XPM is which entity of the portal: evidence for, vetoes against, never a guess. */
@NullMarked
package com.nowinfinity.xpm.worker.matching;

import org.jspecify.annotations.NullMarked;
