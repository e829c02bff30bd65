/** Where documents may come from. */
@NullMarked
package com.nowinfinity.xpm.worker.documents;

import org.jspecify.annotations.NullMarked;
