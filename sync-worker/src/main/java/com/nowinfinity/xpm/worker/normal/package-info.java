/** Normal forms: two spellings of one thing have one form, and only that form is compared. */
@NullMarked
package com.nowinfinity.xpm.worker.normal;

import org.jspecify.annotations.NullMarked;
