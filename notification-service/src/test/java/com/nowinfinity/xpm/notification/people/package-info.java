@NullMarked
package com.nowinfinity.xpm.notification.people;

import org.jspecify.annotations.NullMarked;
