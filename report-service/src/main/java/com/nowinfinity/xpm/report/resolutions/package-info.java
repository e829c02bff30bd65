/** What people want done about discrepancies: asked of the workers, planned first where wanted, followed to its end. */
@NullMarked
package com.nowinfinity.xpm.report.resolutions;

import org.jspecify.annotations.NullMarked;
