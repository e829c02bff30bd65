/** The pins that the portal shows on an entity. */
@NullMarked
package com.nowinfinity.xpm.report.flags;

import org.jspecify.annotations.NullMarked;
