/** A report as a file: xlsx, csv, json or printable html, all of the same rows, and safe to open. */
@NullMarked
package com.nowinfinity.xpm.report.rendering;

import org.jspecify.annotations.NullMarked;
