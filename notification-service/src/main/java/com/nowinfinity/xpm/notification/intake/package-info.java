/** Takes events off the topics. */
@NullMarked
package com.nowinfinity.xpm.notification.intake;

import org.jspecify.annotations.NullMarked;
