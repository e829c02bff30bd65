/** Sync Data runs: one at a time for each business, followed to the report. */
@NullMarked
package com.nowinfinity.xpm.connector.runs;

import org.jspecify.annotations.NullMarked;
