/** Live streams: what is kept on any instance reaches everybody who watches on this one. */
@NullMarked
package com.nowinfinity.xpm.notification.live;

import org.jspecify.annotations.NullMarked;
