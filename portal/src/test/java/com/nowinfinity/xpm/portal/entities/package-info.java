/** Tests. */
@NullMarked
package com.nowinfinity.xpm.portal.entities;

import org.jspecify.annotations.NullMarked;
