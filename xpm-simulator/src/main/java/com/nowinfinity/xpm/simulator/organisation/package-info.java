/** What one XPM organisation holds: clients, contacts, relationships, groups, documents, staff. */
@NullMarked
package com.nowinfinity.xpm.simulator.organisation;

import org.jspecify.annotations.NullMarked;
