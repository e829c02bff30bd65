package com.nowinfinity.xpm.simulator.organisation;

/** A contact as one client knows it: position and primacy belong to the pair. */
public record ContactLink(String contactId, String position, boolean primary) {}
