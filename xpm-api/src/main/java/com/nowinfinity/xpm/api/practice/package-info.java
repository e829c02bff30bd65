/** What XPM keeps, in its own terms: clients, relationships, groups, documents and staff. */
@NullMarked
package com.nowinfinity.xpm.api.practice;

import org.jspecify.annotations.NullMarked;
