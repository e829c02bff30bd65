/** The documents of each entity: recorded when told of, sent with the next push that asks for documents. */
@NullMarked
package com.nowinfinity.xpm.worker.documents;

import org.jspecify.annotations.NullMarked;
