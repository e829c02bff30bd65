/** Xero's identity service: users, consent, tokens, connections. */
@NullMarked
package com.nowinfinity.xpm.simulator.identity;

import org.jspecify.annotations.NullMarked;
