/** Tests of resolutions without a broker or a database. */
@NullMarked
package com.nowinfinity.xpm.report.resolutions;

import org.jspecify.annotations.NullMarked;
