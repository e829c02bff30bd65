package com.nowinfinity.xpm.connector.store;

import java.time.Duration;

/**
 * Work that is done again and again, because a crash or an outage may have left some of it: every instance does it, and
 * doing it twice changes nothing.
 */
public record Chore(String name, Duration every, Runnable work) {}
