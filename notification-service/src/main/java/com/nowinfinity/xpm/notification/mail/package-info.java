/** Notices as e-mail: one for each person and notice, sent at least once, given up in the end. */
@NullMarked
package com.nowinfinity.xpm.notification.mail;

import org.jspecify.annotations.NullMarked;
