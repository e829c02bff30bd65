/** Who there is to write to: addresses as people's own tokens name them, and who wants no mail. */
@NullMarked
package com.nowinfinity.xpm.notification.people;

import org.jspecify.annotations.NullMarked;
