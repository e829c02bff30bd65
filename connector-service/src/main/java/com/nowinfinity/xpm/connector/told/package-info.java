/** What workers and reports tell, distributed to those who keep it. */
@NullMarked
package com.nowinfinity.xpm.connector.told;

import org.jspecify.annotations.NullMarked;
