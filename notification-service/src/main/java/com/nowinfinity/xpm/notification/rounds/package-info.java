/** What is done again and again as long as the service runs. */
@NullMarked
package com.nowinfinity.xpm.notification.rounds;

import org.jspecify.annotations.NullMarked;
