package com.nowinfinity.xpm.worker.planning;

import com.nowinfinity.xpm.api.practice.RelationshipChange;
import com.nowinfinity.xpm.api.practice.RelationshipDraft;

/**
 * One relationship to write.
 */
public sealed interface RoleWrite {

    /** The role's path, as {@code DIRECTOR:p-1}. */
    String field();

    record Add(String field, RelationshipDraft draft) implements RoleWrite {}

    /** XPM keeps the relationship; dates and shares are all that ever changes in one. */
    record Change(String field, String relationshipId, RelationshipChange change) implements RoleWrite {}
}
