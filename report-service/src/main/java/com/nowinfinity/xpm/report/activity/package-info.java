/** What happened to an entity, from the change in the portal to the outcome in XPM. */
@NullMarked
package com.nowinfinity.xpm.report.activity;

import org.jspecify.annotations.NullMarked;
