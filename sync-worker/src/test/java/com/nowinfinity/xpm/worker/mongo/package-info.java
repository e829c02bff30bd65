@NullMarked
package com.nowinfinity.xpm.worker.mongo;

import org.jspecify.annotations.NullMarked;
