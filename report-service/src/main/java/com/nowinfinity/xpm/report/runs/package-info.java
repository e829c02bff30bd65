/** Runs and what they compared, until their report is out. */
@NullMarked
package com.nowinfinity.xpm.report.runs;

import org.jspecify.annotations.NullMarked;
