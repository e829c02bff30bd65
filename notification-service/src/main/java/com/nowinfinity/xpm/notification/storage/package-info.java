/** The database: its address and its health. */
@NullMarked
package com.nowinfinity.xpm.notification.storage;

import org.jspecify.annotations.NullMarked;
