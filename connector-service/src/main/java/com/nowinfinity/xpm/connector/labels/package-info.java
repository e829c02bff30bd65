/** What a practice calls its business structures in XPM. */
@NullMarked
package com.nowinfinity.xpm.connector.labels;

import org.jspecify.annotations.NullMarked;
