package com.nowinfinity.xpm.simulator.judge;

import java.time.Instant;

/**
 * Something the API made a second time.
 *
 * @param thing client, relationship, document or group
 * @param id the later one
 * @param firstId the one it repeats
 */
public record Doubled(String tenantId, String thing, String id, String firstId, String why, Instant at) {}
