/** Sync Data (Step C): run, progress, and the reports in the Xero section. */
@NullMarked
package com.nowinfinity.xpm.portal.sync;

import org.jspecify.annotations.NullMarked;
