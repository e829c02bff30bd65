/** Tests of health and metrics. */
@org.jspecify.annotations.NullMarked
package com.nowinfinity.xpm.worker.wiring;
