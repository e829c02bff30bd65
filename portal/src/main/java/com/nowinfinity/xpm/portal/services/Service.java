package com.nowinfinity.xpm.portal.services;

/** Whose API a call is of. */
public enum Service {
    CONNECTOR,
    REPORT,
    NOTIFICATION
}
