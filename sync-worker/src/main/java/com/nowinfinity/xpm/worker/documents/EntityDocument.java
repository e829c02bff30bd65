package com.nowinfinity.xpm.worker.documents;

import com.nowinfinity.xpm.events.DocumentCreated;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.worker.outcome.CallsMade;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A document of an entity, and how far it has got on its way to XPM.
 *
 * @param told the latest event about it
 * @param heard the events about it that came last, by which a repeat is known
 * @param unrecorded the events about it whose outcome RECORDED is not out yet
 * @param attemptedAt when sending began that has not been seen to end, or was given up
 * @param sent where it was sent; null while it was not
 * @param wanted the pushes that wait for it, the first one first
 * @param tries how often in a row its host could not be reached, or XPM failed on it while it answered others
 * @param until not tried again before
 * @param parked why it waits for a person
 * @param actedBy the last person's decision that was carried out on it
 * @param calls calls to XPM for the first push that wants it
 */
public record EntityDocument(
        DocumentCreated told,
        List<String> heard,
        List<String> unrecorded,
        @Nullable Instant attemptedAt,
        @Nullable Sent sent,
        List<Wanted> wanted,
        int tries,
        @Nullable Instant until,
        @Nullable Reason parked,
        @Nullable String actedBy,
        CallsMade calls) {

    private static final int MOST_HEARD = 64;

    private static final Comparator<DocumentCreated> BY_TIME =
            Comparator.comparing(DocumentCreated::getOccurredAt).thenComparing(DocumentCreated::getEventId);

    /**
     * @param pushEventId the event of the push that sent it
     * @param sha256 what was sent
     */
    public record Sent(
            String tenantId,
            String clientId,
            String pushEventId,
            @Nullable String sha256) {}

    /** A push that has got to its documents, and to which client they go. */
    public record Wanted(String pushEventId, String tenantId, String clientId) {}

    static EntityDocument of(DocumentCreated told) {
        List<String> first = List.of(told.getEventId());
        return new EntityDocument(told, first, first, null, null, List.of(), 0, null, null, null, CallsMade.NONE);
    }

    /** Of another event about it: what happened last counts, and each event has its outcome; nothing of a repeat. */
    EntityDocument hearing(DocumentCreated news) {
        String eventId = news.getEventId();
        if (heard.contains(eventId)) {
            return this;
        }
        DocumentCreated last = BY_TIME.compare(news, told) < 0 ? told : news;
        List<String> known = Stream.concat(heard.stream(), Stream.of(eventId))
                .skip(Math.max(0, heard.size() + 1 - MOST_HEARD))
                .toList();
        List<String> more =
                Stream.concat(unrecorded.stream(), Stream.of(eventId)).toList();
        return new EntityDocument(last, known, more, attemptedAt, sent, wanted, tries, until, parked, actedBy, calls);
    }

    /** Whether anything is left to do for it. */
    boolean isDue() {
        return !unrecorded.isEmpty() || !wanted.isEmpty();
    }

    public EntityDocument withRecorded(List<String> events) {
        List<String> rest =
                unrecorded.stream().filter(event -> !events.contains(event)).toList();
        return new EntityDocument(told, heard, rest, attemptedAt, sent, wanted, tries, until, parked, actedBy, calls);
    }

    /** A push has got to it. What was in its way counts no more. */
    public EntityDocument wantedBy(Wanted push) {
        if (wanted.contains(push)) {
            return this;
        }
        List<Wanted> more = Stream.concat(wanted.stream(), Stream.of(push)).toList();
        return new EntityDocument(told, heard, unrecorded, attemptedAt, sent, more, 0, null, null, actedBy, calls);
    }

    /** A push has got its outcome. */
    public EntityDocument settledFor(Wanted push) {
        List<Wanted> rest = wanted.stream().filter(other -> !other.equals(push)).toList();
        return new EntityDocument(
                told, heard, unrecorded, attemptedAt, sent, rest, tries, until, parked, actedBy, CallsMade.NONE);
    }

    /** @param at when sending began; null when every attempt is known to have come to nothing */
    public EntityDocument attempted(@Nullable Instant at) {
        return new EntityDocument(told, heard, unrecorded, at, sent, wanted, tries, until, parked, actedBy, calls);
    }

    public EntityDocument sent(Sent there) {
        return new EntityDocument(told, heard, unrecorded, null, there, wanted, tries, until, parked, actedBy, calls);
    }

    public EntityDocument triedUntil(Instant again) {
        return new EntityDocument(
                told, heard, unrecorded, attemptedAt, sent, wanted, tries + 1, again, parked, actedBy, calls);
    }

    public EntityDocument parkedFor(Reason reason) {
        return new EntityDocument(
                told, heard, unrecorded, attemptedAt, sent, wanted, tries, until, reason, actedBy, calls);
    }

    /** Nothing is in its way any more, by a person's decision. */
    public EntityDocument freedBy(String decision) {
        return new EntityDocument(told, heard, unrecorded, attemptedAt, sent, wanted, 0, null, null, decision, calls);
    }

    public EntityDocument withCalls(CallsMade made) {
        return new EntityDocument(
                told, heard, unrecorded, attemptedAt, sent, wanted, tries, until, parked, actedBy, made);
    }

    public String documentId() {
        return told.getDocumentId();
    }

    /** Only what all have signed goes to XPM, and only once. */
    public boolean waitsFor(String tenantId) {
        return told.getExecuted() && sentTo(tenantId).isEmpty();
    }

    public Optional<Sent> sentTo(String tenantId) {
        return Optional.ofNullable(sent)
                .filter(there -> there.tenantId().equals(tenantId))
                // Another content is another document: XPM can replace none.
                .filter(there -> there.sha256() == null || there.sha256().equals(told.getSha256()));
    }
}
