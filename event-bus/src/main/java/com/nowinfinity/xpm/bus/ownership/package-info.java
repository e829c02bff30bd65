/** What a service owes its topics when it starts: that they exist as they should, and that their schemas are registered. */
@NullMarked
package com.nowinfinity.xpm.bus.ownership;

import org.jspecify.annotations.NullMarked;
