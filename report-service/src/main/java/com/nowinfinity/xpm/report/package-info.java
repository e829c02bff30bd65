/** Reports, the discrepancy ledger and the activity trail: what the events say, kept to be read. */
@NullMarked
package com.nowinfinity.xpm.report;

import org.jspecify.annotations.NullMarked;
