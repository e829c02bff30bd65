/** Portal Settings, Practice Management: the connection (Step A), the labels (Step B), following. */
@NullMarked
package com.nowinfinity.xpm.portal.settings;

import org.jspecify.annotations.NullMarked;
