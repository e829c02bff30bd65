package com.nowinfinity.xpm.worker.comparison;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who is who on the other side: what relationships need to know of the records around a pair. */
public interface Peers {

    /** The client that an entity is linked to. */
    Optional<String> clientOf(String entityId);

    /** Whether an entity has no client only because its link is contradicted, which a person has to put right. */
    default boolean isHeldBack(String entityId) {
        return false;
    }

    /** The name of an entity, for people; its id where it is not known. */
    String nameOfEntity(String entityId);

    /** Whether an entity may be a client: it is linked to it, or a candidate of what a person has to decide. */
    default boolean speaksOf(String entityId, String clientId) {
        return clientOf(entityId).filter(clientId::equals).isPresent();
    }

    /** Whether some entity is a client, or may be. */
    default boolean isSpokenOf(String clientId) {
        return false;
    }

    /** The valid ACN and ABN of an entity. */
    default Set<String> numbersOf(String entityId) {
        return Set.of();
    }

    /** The valid ACN and ABN of a client. */
    default Set<String> numbersOfClient(String clientId) {
        return Set.of();
    }

    /** The companies in which the person of an entity holds a role today, over all of the person's records: names. */
    default List<String> companiesOf(String entityId) {
        return List.of();
    }

    /** Whether one client is known as a trustee of another, by either side. */
    default boolean isTrustee(String clientId, String ofClientId) {
        return false;
    }

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
