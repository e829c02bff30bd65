/** Work that waits for a person: seen, retried, dropped. */
@NullMarked
package com.nowinfinity.xpm.report.parked;

import org.jspecify.annotations.NullMarked;
