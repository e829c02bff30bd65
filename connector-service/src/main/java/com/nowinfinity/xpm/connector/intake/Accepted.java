package com.nowinfinity.xpm.connector.intake;

/** 202: the event is on its topic, and what becomes of it can be asked by this id. */
public record Accepted(String eventId) {}
