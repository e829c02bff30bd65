/** The pages of the entities, and of their changes by Corporate Messenger. */
@NullMarked
package com.nowinfinity.xpm.portal.registers;

import org.jspecify.annotations.NullMarked;
