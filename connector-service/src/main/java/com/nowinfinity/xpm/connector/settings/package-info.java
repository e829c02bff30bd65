/** A business's own choices, and the switch for following. */
@NullMarked
package com.nowinfinity.xpm.connector.settings;

import org.jspecify.annotations.NullMarked;
