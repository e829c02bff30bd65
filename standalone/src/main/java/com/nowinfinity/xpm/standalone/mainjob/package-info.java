/** The main job behind {@code ./run --once}: a user's whole way through the product, over public HTTP, and judged. */
@NullMarked
package com.nowinfinity.xpm.standalone.mainjob;

import org.jspecify.annotations.NullMarked;
