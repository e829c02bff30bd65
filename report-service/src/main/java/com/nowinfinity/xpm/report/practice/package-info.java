/** What practices are called. */
@NullMarked
package com.nowinfinity.xpm.report.practice;

import org.jspecify.annotations.NullMarked;
