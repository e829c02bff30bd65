/** Tests. */
@NullMarked
package com.nowinfinity.xpm.notification.live;

import org.jspecify.annotations.NullMarked;
