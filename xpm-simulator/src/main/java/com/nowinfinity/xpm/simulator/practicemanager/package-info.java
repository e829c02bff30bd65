/** The calls of Practice Manager 3.1: each reads an organisation and says what changes. */
@NullMarked
package com.nowinfinity.xpm.simulator.practicemanager;

import org.jspecify.annotations.NullMarked;
