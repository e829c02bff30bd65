/** Makes reports of completed runs, keeps them, and tells that they are out. */
@NullMarked
package com.nowinfinity.xpm.report.publication;

import org.jspecify.annotations.NullMarked;
