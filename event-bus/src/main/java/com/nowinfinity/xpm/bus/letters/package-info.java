/** Dead letters read back: found, listed, and put on their topic again. */
@NullMarked
package com.nowinfinity.xpm.bus.letters;

import org.jspecify.annotations.NullMarked;
