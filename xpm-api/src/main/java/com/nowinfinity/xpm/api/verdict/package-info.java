/** What an answer that is no success means: status, headers and whatever body against the error vocabulary. */
@NullMarked
package com.nowinfinity.xpm.api.verdict;

import org.jspecify.annotations.NullMarked;
