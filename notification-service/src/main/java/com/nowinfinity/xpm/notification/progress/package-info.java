/** How far the newest run of each business has got. */
@NullMarked
package com.nowinfinity.xpm.notification.progress;

import org.jspecify.annotations.NullMarked;
