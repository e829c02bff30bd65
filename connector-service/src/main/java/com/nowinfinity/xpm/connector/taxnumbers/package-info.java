/** Tax file numbers: the one door they come in by, and the one by which workers redeem a reference. */
@NullMarked
package com.nowinfinity.xpm.connector.taxnumbers;

import org.jspecify.annotations.NullMarked;
