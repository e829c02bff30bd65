/** One document for each business: its connection, grant, labels, following and settings, and the event that tells them. */
@NullMarked
package com.nowinfinity.xpm.connector.business;

import org.jspecify.annotations.NullMarked;
