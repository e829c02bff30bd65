package com.nowinfinity.xpm.worker.dispatch;

import java.util.Optional;

/** Something of a business that is due. */
public sealed interface Work {

    /** Fold what is pending of an entity, and find out whether there is something to send. */
    record OfEntity(String entityId) implements Work {}

    /** Send what is demanded of an entity. */
    record OfSending(String entityId) implements Work {}

    /** Expand a push into demands. */
    record OfPush(String eventId) implements Work {}

    /** Tell that a document is recorded, and find out whether there is anything to bring. */
    record OfDocument(String documentId) implements Work {}

    /** Bring a document where it is wanted. */
    record OfDelivery(String documentId) implements Work {}

    /** Compare all. */
    record OfRun(String runId) implements Work {}

    /** Find out what is due: a page of it. */
    record ReadBack() implements Work {}

    /** Do what a person decided. */
    record OfAction(String eventId) implements Work {}

    /** The entity that it brings on its way, if it is about one. */
    default Optional<String> entity() {
        return switch (this) {
            case OfEntity entity -> Optional.of(entity.entityId());
            case OfSending sending -> Optional.of(sending.entityId());
            case OfPush push -> Optional.empty();
            case OfDocument document -> Optional.empty();
            case OfDelivery delivery -> Optional.empty();
            case OfRun run -> Optional.empty();
            case ReadBack readBack -> Optional.empty();
            case OfAction action -> Optional.empty();
        };
    }

    /** Whether it takes a turn to fold. */
    default boolean isFold() {
        return switch (this) {
            case OfEntity entity -> true;
            case ReadBack readBack -> true;
            case OfSending sending -> false;
            case OfPush push -> false;
            case OfDocument document -> false;
            case OfDelivery delivery -> false;
            case OfRun run -> false;
            case OfAction action -> false;
        };
    }

    /** What goes on beside one another, and waits only for its like. */
    enum Lane {
        /** What makes no call to XPM, and so waits for nobody. */
        QUICK,
        /** What waits for the documents' hosts. */
        DELIVERY,
        /** The rest. */
        SENDING
    }

    default Lane lane() {
        return switch (this) {
            case OfEntity entity -> Lane.QUICK;
            case OfDocument document -> Lane.QUICK;
            case ReadBack readBack -> Lane.QUICK;
            case OfDelivery delivery -> Lane.DELIVERY;
            case OfSending sending -> Lane.SENDING;
            case OfPush push -> Lane.SENDING;
            case OfRun run -> Lane.SENDING;
            case OfAction action -> Lane.SENDING;
        };
    }

    /** The part of it that goes by way of XPM, where that is another work. */
    default Optional<Work> byWayOfXpm() {
        return switch (this) {
            case OfEntity entity -> Optional.of(new OfSending(entity.entityId()));
            case OfDocument document -> Optional.of(new OfDelivery(document.documentId()));
            case OfSending sending -> Optional.empty();
            case OfPush push -> Optional.empty();
            case OfDelivery delivery -> Optional.empty();
            case OfRun run -> Optional.empty();
            case ReadBack readBack -> Optional.empty();
            case OfAction action -> Optional.empty();
        };
    }
}
