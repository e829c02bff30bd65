package com.nowinfinity.xpm.worker.dispatch;

/** Something of a business that is due. */
public sealed interface Work {

    /** Fold what is pending of an entity, and do what is demanded. */
    record OfEntity(String entityId) implements Work {}

    /** Expand a push into demands. */
    record OfPush(String eventId) implements Work {}

    /** Tell that a document is recorded. */
    record OfDocument(String documentId) implements Work {}

    /** Compare all. */
    record OfRun(String runId) implements Work {}

    /** Find out what is due. */
    record ReadBack() implements Work {}

    /** Do what a person decided. */
    record OfAction(String eventId) implements Work {}
}
