@NullMarked
package com.nowinfinity.xpm.worker.intake;

import org.jspecify.annotations.NullMarked;
