/** Tests. */
@NullMarked
package com.nowinfinity.xpm.standalone.mainjob.steps;

import org.jspecify.annotations.NullMarked;
