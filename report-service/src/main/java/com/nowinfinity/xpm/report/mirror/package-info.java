/** What XPM last showed of its clients, to be searched without a call to XPM. */
@NullMarked
package com.nowinfinity.xpm.report.mirror;

import org.jspecify.annotations.NullMarked;
