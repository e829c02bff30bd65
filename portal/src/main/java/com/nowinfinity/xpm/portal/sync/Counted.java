package com.nowinfinity.xpm.portal.sync;

/** How many of what. */
record Counted(String name, long count) {}
