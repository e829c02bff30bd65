/** Tests. */
@NullMarked
package com.nowinfinity.xpm.standalone.mainjob.judging;

import org.jspecify.annotations.NullMarked;
