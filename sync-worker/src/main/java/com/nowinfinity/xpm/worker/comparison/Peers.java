package com.nowinfinity.xpm.worker.comparison;

import java.util.Optional;

/** Who is who on the other side: what relationships need to know of the records around a pair. */
public interface Peers {

    /** The client that an entity is linked to. */
    Optional<String> clientOf(String entityId);

    /** The name of an entity, for people; its id where it is not known. */
    String nameOfEntity(String entityId);

    /** Nobody is linked to anybody. */
    Peers NONE = new Peers() {
        @Override
        public Optional<String> clientOf(String entityId) {
            return Optional.empty();
        }

        @Override
        public String nameOfEntity(String entityId) {
            return entityId;
        }
    };
}
