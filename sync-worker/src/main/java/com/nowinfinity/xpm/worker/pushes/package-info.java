/** A person's push: whom it takes along, what it would do, and how far it is. */
@NullMarked
package com.nowinfinity.xpm.worker.pushes;

import org.jspecify.annotations.NullMarked;
