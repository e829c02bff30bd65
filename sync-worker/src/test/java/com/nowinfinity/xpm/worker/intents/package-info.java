@NullMarked
package com.nowinfinity.xpm.worker.intents;

import org.jspecify.annotations.NullMarked;
