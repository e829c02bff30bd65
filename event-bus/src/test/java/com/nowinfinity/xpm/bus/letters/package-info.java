/** What operators see of dead letters. */
@NullMarked
package com.nowinfinity.xpm.bus.letters;

import org.jspecify.annotations.NullMarked;
