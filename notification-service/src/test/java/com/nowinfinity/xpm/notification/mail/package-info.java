@NullMarked
package com.nowinfinity.xpm.notification.mail;

import org.jspecify.annotations.NullMarked;
