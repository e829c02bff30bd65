package com.nowinfinity.xpm.benchmarks.crash;

import com.nowinfinity.xpm.benchmarks.lab.Company;

/**
 * Something that was answered with 202.
 *
 * @param eventId of the change or the push
 * @param version of the company; for a push the one that was told before
 * @param push whether it is a push of a company that XPM did not have
 */
record Accepted(String eventId, Company company, long version, boolean push) {}
