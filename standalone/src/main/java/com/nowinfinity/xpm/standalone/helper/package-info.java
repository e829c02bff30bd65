/** The one process that holds broker, database and simulator. */
@NullMarked
package com.nowinfinity.xpm.standalone.helper;

import org.jspecify.annotations.NullMarked;
