/** Where a running system answers, who its users are, and with which tokens they come: {@code access.json}. */
@NullMarked
package com.nowinfinity.xpm.standalone.access;

import org.jspecify.annotations.NullMarked;
