/** Every refusal of the library, tried over HTTP. */
@NullMarked
package com.nowinfinity.xpm.access;

import org.jspecify.annotations.NullMarked;
