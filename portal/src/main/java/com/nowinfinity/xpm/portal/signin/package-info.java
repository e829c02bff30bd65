/** Who is at the browser: sign-in, sign-out, guessing made slow, and the rules of every page's address. */
@NullMarked
package com.nowinfinity.xpm.portal.signin;

import org.jspecify.annotations.NullMarked;
