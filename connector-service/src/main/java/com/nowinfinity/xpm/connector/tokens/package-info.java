/** Access tokens of Xero, refreshed one at a time over all instances, and the workers' door to them. */
@NullMarked
package com.nowinfinity.xpm.connector.tokens;

import org.jspecify.annotations.NullMarked;
