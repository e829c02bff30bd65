/** What is wanted of XPM for each entity and how far it has got: one document for each entity. */
@NullMarked
package com.nowinfinity.xpm.worker.intents;

import org.jspecify.annotations.NullMarked;
