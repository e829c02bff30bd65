/** The demonstration's businesses and users, their tokens without a sign-in, and the first load of entities. */
@NullMarked
package com.nowinfinity.xpm.portal.demonstration;

import org.jspecify.annotations.NullMarked;
