/** Reports that come back as workbooks with actions filled in: read warily, held against what was given out, then asked for. */
@NullMarked
package com.nowinfinity.xpm.report.workbooks;

import org.jspecify.annotations.NullMarked;
