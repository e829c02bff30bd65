/** The port to Xero Practice Manager and Xero's connections: what may be asked, what comes back, what can go wrong. */
@NullMarked
package com.nowinfinity.xpm.api;

import org.jspecify.annotations.NullMarked;
