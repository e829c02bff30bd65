/** Takes events off the topics and hands them to everything that remembers. */
@NullMarked
package com.nowinfinity.xpm.report.intake;

import org.jspecify.annotations.NullMarked;
