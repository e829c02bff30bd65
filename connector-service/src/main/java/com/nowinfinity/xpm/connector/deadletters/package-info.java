/** Dead letters for operators: seen, replayed once, or dropped. */
@NullMarked
package com.nowinfinity.xpm.connector.deadletters;

import org.jspecify.annotations.NullMarked;
