/** The workers' way to access tokens: connector-service's internal door. */
@NullMarked
package com.nowinfinity.xpm.worker.tokens;

import org.jspecify.annotations.NullMarked;
