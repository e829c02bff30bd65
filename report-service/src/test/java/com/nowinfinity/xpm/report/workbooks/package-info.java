/** Tests of workbooks that come back. */
@NullMarked
package com.nowinfinity.xpm.report.workbooks;

import org.jspecify.annotations.NullMarked;
