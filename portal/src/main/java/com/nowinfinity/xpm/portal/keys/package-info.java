/** The pair of keys that signs the portal's tokens, and the public half for everyone who checks them. */
@NullMarked
package com.nowinfinity.xpm.portal.keys;

import org.jspecify.annotations.NullMarked;
