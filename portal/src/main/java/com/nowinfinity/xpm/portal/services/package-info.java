/** The services' HTTP API as the portal's pages use it: with a token of whoever is signed in. */
@NullMarked
package com.nowinfinity.xpm.portal.services;

import org.jspecify.annotations.NullMarked;
