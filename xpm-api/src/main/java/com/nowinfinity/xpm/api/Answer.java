package com.nowinfinity.xpm.api;

/**
 * What came back, and what it cost.
 *
 * @param bytes length of the answer's body as received, because Xero bills egress
 */
public record Answer<T>(T value, Allowance allowance, long bytes) {}
