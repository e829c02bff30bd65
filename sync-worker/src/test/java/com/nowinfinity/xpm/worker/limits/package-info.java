@NullMarked
package com.nowinfinity.xpm.worker.limits;

import org.jspecify.annotations.NullMarked;
