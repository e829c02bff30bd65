/** The notices of each business, and who has read them. */
@NullMarked
package com.nowinfinity.xpm.notification.inbox;

import org.jspecify.annotations.NullMarked;
