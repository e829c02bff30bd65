/** XPM's XML, streamed in and out: what is on the wire against the records of the port. */
@NullMarked
package com.nowinfinity.xpm.api.xml;

import org.jspecify.annotations.NullMarked;
