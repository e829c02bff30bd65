/** Entities by name, and what they are linked to. */
@NullMarked
package com.nowinfinity.xpm.report.entities;

import org.jspecify.annotations.NullMarked;
