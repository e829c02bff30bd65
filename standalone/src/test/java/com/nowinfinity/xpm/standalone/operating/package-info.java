/** Commands of operators, against a server that answers as connector-service does. */
@NullMarked
package com.nowinfinity.xpm.standalone.operating;

import org.jspecify.annotations.NullMarked;
