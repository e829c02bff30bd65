/** What {@code ./ops} does: dead letters, and forgetting a business, over connector-service's HTTP API and with an operator's token. */
@NullMarked
package com.nowinfinity.xpm.standalone.operating;

import org.jspecify.annotations.NullMarked;
