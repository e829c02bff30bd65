/** How the main job reaches the running system: over public HTTP, as a user. */
@NullMarked
package com.nowinfinity.xpm.standalone.mainjob.calls;

import org.jspecify.annotations.NullMarked;
