package com.nowinfinity.xpm.worker.intents;

/**
 * An entity is a client, within one organisation.
 *
 * @param evidence why, as a stable code: link (by hand), acn, abn, name-and-birth, created, adopted
 */
public record Link(String tenantId, String clientId, String evidence) {}
