/** The database: its address, its health, and how keys and rows look in it. */
@NullMarked
package com.nowinfinity.xpm.report.storage;

import org.jspecify.annotations.NullMarked;
