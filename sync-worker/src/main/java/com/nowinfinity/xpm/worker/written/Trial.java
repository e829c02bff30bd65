package com.nowinfinity.xpm.worker.written;

import com.nowinfinity.xpm.events.Reason;
import org.jspecify.annotations.Nullable;

/**
 * How the first update of a connection went.
 *
 * @param failure what moved beside it; null when nothing did
 */
public record Trial(@Nullable Reason failure) {}
