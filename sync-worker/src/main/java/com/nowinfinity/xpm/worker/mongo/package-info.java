/** How a business's documents are found in a collection that holds all businesses. */
@NullMarked
package com.nowinfinity.xpm.worker.mongo;

import org.jspecify.annotations.NullMarked;
