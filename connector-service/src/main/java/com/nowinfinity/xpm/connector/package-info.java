/** Where the portal meets the road: what it says over HTTP goes out as events, what comes of it can be asked. */
@NullMarked
package com.nowinfinity.xpm.connector;

import org.jspecify.annotations.NullMarked;
