/** Tests. */
@NullMarked
package com.nowinfinity.xpm.notification.notices;

import org.jspecify.annotations.NullMarked;
