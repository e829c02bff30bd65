/** What the pages decide, without their web. */
@NullMarked
package com.nowinfinity.xpm.portal.settings;

import org.jspecify.annotations.NullMarked;
