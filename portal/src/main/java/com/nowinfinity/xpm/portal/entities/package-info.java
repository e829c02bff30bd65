/** The entities and their versions, which are the portal's, and the road of each change to Kafka. */
@NullMarked
package com.nowinfinity.xpm.portal.entities;

import org.jspecify.annotations.NullMarked;
