/** What tests and drivers ask the simulator beside Xero's own paths. */
@NullMarked
package com.nowinfinity.xpm.simulator.admin;

import org.jspecify.annotations.NullMarked;
