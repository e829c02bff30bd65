/** Documents, kept until they are pushed. */
@NullMarked
package com.nowinfinity.xpm.connector.documents;

import org.jspecify.annotations.NullMarked;
