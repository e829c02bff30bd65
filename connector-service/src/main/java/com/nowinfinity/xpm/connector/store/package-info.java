/** How this service keeps documents in MongoDB: one document at a time, by compare-and-set. */
@NullMarked
package com.nowinfinity.xpm.connector.store;

import org.jspecify.annotations.NullMarked;
