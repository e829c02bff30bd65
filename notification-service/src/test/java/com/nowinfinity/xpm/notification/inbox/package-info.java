@NullMarked
package com.nowinfinity.xpm.notification.inbox;

import org.jspecify.annotations.NullMarked;
