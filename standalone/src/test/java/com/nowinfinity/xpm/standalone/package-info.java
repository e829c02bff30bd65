/** The platform that integration tests of every module share. */
@NullMarked
package com.nowinfinity.xpm.standalone;

import org.jspecify.annotations.NullMarked;
