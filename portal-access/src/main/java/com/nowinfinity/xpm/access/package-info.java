/** The portal's users at our HTTP edges: who may do what for which business, and how refusals look. */
@NullMarked
package com.nowinfinity.xpm.access;

import org.jspecify.annotations.NullMarked;
