/** What differs between the portal and XPM, as it lasts over runs: pure, no database and no broker. */
@NullMarked
package com.nowinfinity.xpm.report.discrepancy;

import org.jspecify.annotations.NullMarked;
