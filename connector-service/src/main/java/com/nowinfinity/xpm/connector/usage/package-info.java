/** What is used and left of XPM's allowance, as last reported. */
@NullMarked
package com.nowinfinity.xpm.connector.usage;

import org.jspecify.annotations.NullMarked;
