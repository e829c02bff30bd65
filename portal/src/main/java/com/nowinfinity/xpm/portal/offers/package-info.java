/** Clients of XPM that NowInfinity does not have, for a person to take. */
@NullMarked
package com.nowinfinity.xpm.portal.offers;

import org.jspecify.annotations.NullMarked;
