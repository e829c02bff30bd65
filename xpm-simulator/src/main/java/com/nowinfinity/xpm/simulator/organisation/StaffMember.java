package com.nowinfinity.xpm.simulator.organisation;

/** Somebody who works in the practice. */
public record StaffMember(String id, String name, String email, String phone, String payrollCode) {}
