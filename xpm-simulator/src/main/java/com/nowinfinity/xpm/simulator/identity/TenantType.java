package com.nowinfinity.xpm.simulator.identity;

/** What an organisation is to Xero. */
public enum TenantType {
    ORGANISATION,
    PRACTICEMANAGER,
    WORKFLOWMAX,
    PRACTICE
}
