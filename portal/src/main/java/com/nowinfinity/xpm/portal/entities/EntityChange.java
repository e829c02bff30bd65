package com.nowinfinity.xpm.portal.entities;

import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.Lodgement;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants an entity to become.
 *
 * @param entity the whole new state; its version is the one that the edit is based on, 0 for an entity that is new
 */
public record EntityChange(ChangeCause cause, @Nullable Lodgement lodgement, Entity entity) {}
