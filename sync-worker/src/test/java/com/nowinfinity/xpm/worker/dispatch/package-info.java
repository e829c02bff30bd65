@NullMarked
package com.nowinfinity.xpm.worker.dispatch;

import org.jspecify.annotations.NullMarked;
