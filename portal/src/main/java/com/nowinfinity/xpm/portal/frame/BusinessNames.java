package com.nowinfinity.xpm.portal.frame;

/** What businesses are called. */
@FunctionalInterface
public interface BusinessNames {

    /** The id itself where there is no name. */
    String of(String businessId);
}
