/** What a user does, one class for each step. */
@NullMarked
package com.nowinfinity.xpm.standalone.mainjob.steps;

import org.jspecify.annotations.NullMarked;
