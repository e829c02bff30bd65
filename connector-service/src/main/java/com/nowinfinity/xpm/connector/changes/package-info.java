/** Entity changes and links, handed in over HTTP. */
@NullMarked
package com.nowinfinity.xpm.connector.changes;

import org.jspecify.annotations.NullMarked;
