/** Sign-in without its web. */
@NullMarked
package com.nowinfinity.xpm.portal.signin;

import org.jspecify.annotations.NullMarked;
