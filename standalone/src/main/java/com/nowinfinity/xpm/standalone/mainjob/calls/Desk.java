package com.nowinfinity.xpm.standalone.mainjob.calls;

/** Where the job's user sits: what he can reach, and how long he waits. */
public record Desk(Site site, ServiceCalls calls, Patience patience) {}
