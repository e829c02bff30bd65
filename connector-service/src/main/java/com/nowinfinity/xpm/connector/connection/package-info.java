/** Connecting a business to one organisation of Xero, and all that a person is told on the way. */
@NullMarked
package com.nowinfinity.xpm.connector.connection;

import org.jspecify.annotations.NullMarked;
