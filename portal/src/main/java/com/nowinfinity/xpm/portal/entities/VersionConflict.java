package com.nowinfinity.xpm.portal.entities;

/** The entity has moved on since the version that a change was based on. */
public final class VersionConflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    VersionConflict(String entityId, long basedOn) {
        super("%s is no longer at version %d; read it again and repeat the change.".formatted(entityId, basedOn));
    }
}
