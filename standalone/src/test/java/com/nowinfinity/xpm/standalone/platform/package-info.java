/** What the platform promises, killed and restarted. */
@NullMarked
package com.nowinfinity.xpm.standalone.platform;

import org.jspecify.annotations.NullMarked;
