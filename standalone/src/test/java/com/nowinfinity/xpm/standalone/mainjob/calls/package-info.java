/** Tests. */
@NullMarked
package com.nowinfinity.xpm.standalone.mainjob.calls;

import org.jspecify.annotations.NullMarked;
