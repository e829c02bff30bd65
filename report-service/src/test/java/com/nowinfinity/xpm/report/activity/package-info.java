/** Tests of the trail. */
@org.jspecify.annotations.NullMarked
package com.nowinfinity.xpm.report.activity;
