/** Secrets at rest, sealed with a rotating keyset and bound to their business, and types that do not print them. */
@NullMarked
package com.nowinfinity.xpm.connector.secrets;

import org.jspecify.annotations.NullMarked;
