/** What people decided of discrepancies between runs, and what single looks found: it lies over the newest report. */
@NullMarked
package com.nowinfinity.xpm.report.decisions;

import org.jspecify.annotations.NullMarked;
