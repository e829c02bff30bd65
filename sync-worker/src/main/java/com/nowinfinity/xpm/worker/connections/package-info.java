/** What the worker knows of a business's connection, as connector-service told it last. */
@NullMarked
package com.nowinfinity.xpm.worker.connections;

import org.jspecify.annotations.NullMarked;
