/** The first plain page: what the portal knows, business by business. */
@NullMarked
package com.nowinfinity.xpm.portal.overview;

import org.jspecify.annotations.NullMarked;
