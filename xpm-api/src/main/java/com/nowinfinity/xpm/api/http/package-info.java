/** The port over the JDK's HTTP client: an onion of exchanges, composed in one place. */
@NullMarked
package com.nowinfinity.xpm.api.http;

import org.jspecify.annotations.NullMarked;
