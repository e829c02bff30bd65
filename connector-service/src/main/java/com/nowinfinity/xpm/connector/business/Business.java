package com.nowinfinity.xpm.connector.business;

import com.nowinfinity.xpm.events.ConnectionChanged;
import com.nowinfinity.xpm.events.ConnectionState;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything this service keeps of a business, in one document.
 *
 * @param v grows with every write: the compare-and-set's guard
 * @param revision grows with every change that others are told of
 * @param former grants still to be closed at Xero
 * @param told null until there is anything to tell
 * @param forgotten what others must have forgotten
 */
public record Business(
        String id,
        long v,
        long revision,
        Connection connection,
        @Nullable Grant grant,
        List<Former> former,
        Choices choices,
        @Nullable Told told,
        Forgotten forgotten) {

    public Business {
        former = List.copyOf(former);
    }

    static Business unseen(String id) {
        return new Business(id, 0, 0, Connection.NONE, null, List.of(), Choices.NONE, null, Forgotten.NOTHING);
    }

    /** A new authorisation that opens several organisations: one of them has to be chosen. */
    public Business authorised(Grant newGrant, List<Organisation> opened, Person by, Instant at) {
        Connection open =
                new Connection(ConnectionState.CHOOSE_ORGANISATION, connection.epoch() + 1, null, opened, by, at, null);
        return new Business(id, v, revision, open, newGrant, withPresentGrant(), choices, told, forgotten);
    }

    /** The organisation from now on. Chosen again it changes nothing. */
    public Business using(Organisation choice) {
        if (connection.state() == ConnectionState.CONNECTED && choice.equals(connection.organisation())) {
            return this;
        }
        return new Business(
                id,
                v,
                revision,
                connection.chosen(choice),
                grant,
                former,
                choices.movedTo(choice.tenantId()),
                told,
                forgotten);
    }

    /** @param keepChoices false sets labels, settings and following back to what a new business has */
    public Business disconnected(boolean keepChoices) {
        Connection none =
                new Connection(ConnectionState.NOT_CONNECTED, connection.epoch(), null, List.of(), null, null, null);
        return new Business(
                id, v, revision, none, null, withPresentGrant(), keepChoices ? choices : Choices.NONE, told, forgotten);
    }

    /** Nobody knows any more which entity is which client. */
    public Business forgettingLinks(Instant at) {
        return forgetting(new Forgotten(at, forgotten.all()));
    }

    /** Disconnected, and as if it had never been here; grants are closed at Xero all the same. */
    public Business forgotten(Instant at) {
        return disconnected(false).forgetting(new Forgotten(at, at));
    }

    private Business forgetting(Forgotten more) {
        return new Business(id, v, revision, connection, grant, former, choices, told, more);
    }

    public Business diagnosed(Diagnosis diagnosis) {
        return withConnection(connection.troubled(connection.state(), diagnosis));
    }

    /** The grant does not work any more; only a person can help. */
    public Business reconnectRequired(Diagnosis diagnosis) {
        return withConnection(connection.troubled(ConnectionState.RECONNECT_REQUIRED, diagnosis));
    }

    public Business withGrant(Grant changed) {
        return new Business(id, v, revision, connection, changed, former, choices, told, forgotten);
    }

    public Business withFormer(List<Former> remaining) {
        return new Business(id, v, revision, connection, grant, remaining, choices, told, forgotten);
    }

    public Business withChoices(Choices changed) {
        return new Business(id, v, revision, connection, grant, former, changed, told, forgotten);
    }

    /** An organisation that cannot be chosen any more, because it was closed to us. */
    public Business withoutOffer(Organisation closed) {
        return withConnection(connection.without(closed));
    }

    private Business withConnection(Connection changed) {
        return new Business(id, v, revision, changed, grant, former, choices, told, forgotten);
    }

    private List<Former> withPresentGrant() {
        return grant == null
                ? former
                : Stream.concat(former.stream(), Stream.of(Former.of(grant, connection.organisation())))
                        .toList();
    }

    /** The next version of this document; with a new revision and its event where others see a difference. */
    Business next(Business before, Told event) {
        boolean differs = !visible(before).equals(visible(this));
        return new Business(
                id,
                before.v + 1,
                differs ? before.revision + 1 : before.revision,
                connection,
                grant,
                former,
                choices,
                differs ? event : before.told,
                forgotten);
    }

    /** The same, known to be out; null where this event is not the newest one's or is known to be out already. */
    @Nullable
    Business published(String eventId) {
        if (told == null || told.out() || !told.eventId().equals(eventId)) {
            return null;
        }
        Told out = new Told(told.eventId(), told.at(), true);
        return new Business(id, v + 1, revision, connection, grant, former, choices, out, forgotten);
    }

    /** The event that tells this revision. */
    ConnectionChanged event(Told as) {
        return ConnectionChanged.newBuilder(visible(this))
                .setEventId(as.eventId())
                .setOccurredAt(as.at())
                .setRevision(revision)
                .build();
    }

    private static ConnectionChanged visible(Business business) {
        Organisation organisation = business.connection.organisation();
        return ConnectionChanged.newBuilder()
                .setBusinessId(business.id)
                .setEpoch(business.connection.epoch())
                .setState(business.connection.state())
                .setTenantId(organisation == null ? null : organisation.tenantId())
                .setOrganisationName(organisation == null ? null : organisation.name())
                .setLabels(business.choices.labels().rows())
                .setFollowing(business.choices.following())
                .setSettings(business.choices.settings())
                .setLinksForgottenAt(business.forgotten.links())
                .setForgottenAt(business.forgotten.all())
                .build();
    }
}
