/** What people decided about single records: link, unlink, accept, retry, drop. */
@NullMarked
package com.nowinfinity.xpm.worker.actions;

import org.jspecify.annotations.NullMarked;
