/** Tests. */
@NullMarked
package com.nowinfinity.xpm.report.storage;

import org.jspecify.annotations.NullMarked;
