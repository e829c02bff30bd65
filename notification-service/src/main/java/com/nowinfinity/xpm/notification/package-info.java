/** People hear of what happened: in the app and as a live stream. */
@NullMarked
package com.nowinfinity.xpm.notification;

import org.jspecify.annotations.NullMarked;
