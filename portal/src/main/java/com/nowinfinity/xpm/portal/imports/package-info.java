/** What comes back from XPM: clients, outcomes, the state of connections. */
@NullMarked
package com.nowinfinity.xpm.portal.imports;

import org.jspecify.annotations.NullMarked;
