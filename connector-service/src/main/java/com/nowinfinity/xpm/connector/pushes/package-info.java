/** Pushes: asked for, planned, confirmed and followed to their end. */
@NullMarked
package com.nowinfinity.xpm.connector.pushes;

import org.jspecify.annotations.NullMarked;
