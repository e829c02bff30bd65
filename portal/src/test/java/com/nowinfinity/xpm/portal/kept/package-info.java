@NullMarked
package com.nowinfinity.xpm.portal.kept;

import org.jspecify.annotations.NullMarked;
