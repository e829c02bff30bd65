package com.nowinfinity.xpm.report.mirror;

import static com.nowinfinity.xpm.report.intake.EventTrail.only;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import com.nowinfinity.xpm.bus.ReceivedEvent;
import com.nowinfinity.xpm.events.ClientImported;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.report.intake.EventTrail;
import com.nowinfinity.xpm.report.storage.Key;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The clients of each business as they were last told, one after the other by name. Of two tellings the later one
 * counts, in whatever order they come ({@code $max} on a document that begins with the time). Only the organisation
 * that was told of last is shown: another one's clients cannot be linked any more.
 */
public final class ClientMirror implements EventTrail {

    private static final String ID = "_id";
    private static final String SEEN = "seen";
    private static final String AT = "at";
    private static final String TENANT = "tenant";
    private static final String CLIENT = "client";
    private static final String NAME = "name";
    private static final String KIND = "kind";
    private static final String ACN = "acn";
    private static final String ABN = "abn";
    private static final String ENTITY = "entity";
    private static final String GROUPS = "groups";
    private static final String ORDER = "order";
    private static final String SEARCHED = "searched";
    private static final String NEWEST = "newest";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final BulkWriteOptions ANY_ORDER = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> clients;
    private final MongoCollection<Document> organisations;

    ClientMirror(MongoDatabase database) {
        clients = database.getCollection("clients");
        organisations = database.getCollection("organisations");
    }

    @Override
    public void record(List<ReceivedEvent> batch) {
        List<WriteModel<Document>> ofClients = new ArrayList<>();
        Map<String, ClientImported> lastOfBusiness = new HashMap<>();
        only(batch, ClientImported.class).forEach(event -> {
            if (event.getEntity() != null) {
                ofClients.add(newest(Key.of(event.getBusinessId(), event.getClientId()), SEEN, seen(event)));
                lastOfBusiness.merge(
                        event.getBusinessId(),
                        event,
                        (one, other) -> one.getOccurredAt().isAfter(other.getOccurredAt()) ? one : other);
            }
        });
        if (!ofClients.isEmpty()) {
            clients.bulkWrite(ofClients, ANY_ORDER);
            organisations.bulkWrite(
                    lastOfBusiness.values().stream()
                            .map(ClientMirror::organisation)
                            .toList(),
                    ANY_ORDER);
        }
    }

    /**
     * Clients by name, whose name, number or id contains the words.
     *
     * @param after only what comes after this {@linkplain #place place}; null for all
     */
    List<MirroredClient> search(String businessId, String words, @Nullable String after, int limit) {
        Document filter = new Document(ID, Key.range(Key.of(businessId)))
                .append(SEEN + "." + TENANT, organisation(businessId))
                .append(SEEN + "." + SEARCHED, new Document("$regex", Pattern.quote(forSearch(words))));
        if (after != null) {
            filter.append(SEEN + "." + ORDER, new Document("$gt", after));
        }
        return clients.find(filter)
                .sort(new Document(SEEN + "." + ORDER, 1))
                .limit(limit)
                .map(document -> read(document.get(SEEN, Document.class)))
                .into(new ArrayList<>());
    }

    /** The groups that the organisation's clients are in, by name. */
    List<MirroredGroup> groups(String businessId) {
        Document filter = new Document(ID, Key.range(Key.of(businessId)))
                .append(SEEN + "." + TENANT, organisation(businessId))
                .append(SEEN + "." + GROUPS + "." + ID, new Document("$exists", true));
        Map<String, MirroredGroup> groups = new HashMap<>();
        clients.find(filter)
                .projection(new Document(SEEN + "." + GROUPS, 1))
                .forEach(client -> client.get(SEEN, Document.class)
                        .getList(GROUPS, Document.class)
                        .forEach(group -> groups.merge(
                                group.getString(ID),
                                new MirroredGroup(group.getString(ID), group.getString(NAME), 1),
                                MirroredGroup::and)));
        return groups.values().stream()
                .sorted(Comparator.comparing(MirroredGroup::place))
                .toList();
    }

    /** Whether a client of this id is one of the organisation. */
    public boolean knows(String businessId, String clientId) {
        Document client =
                clients.find(new Document(ID, Key.of(businessId, clientId))).first();
        Document seen = client == null ? null : client.get(SEEN, Document.class);
        return seen != null && seen.getString(TENANT).equals(organisation(businessId));
    }

    /** Where a client stands among those of its business. */
    static String place(MirroredClient client) {
        return place(client.name(), client.clientId());
    }

    private @Nullable String organisation(String businessId) {
        Document newest =
                organisations.find(new Document(ID, Key.of(businessId))).first();
        return newest == null ? null : newest.get(NEWEST, Document.class).getString(TENANT);
    }

    private static WriteModel<Document> organisation(ClientImported event) {
        Document organisation = new Document(AT, Date.from(event.getOccurredAt())).append(TENANT, event.getTenantId());
        return newest(Key.of(event.getBusinessId()), NEWEST, organisation);
    }

    private static Document seen(ClientImported event) {
        Entity client = event.getEntity();
        return new Document(AT, Date.from(event.getOccurredAt()))
                .append(TENANT, event.getTenantId())
                .append(CLIENT, event.getClientId())
                .append(NAME, client.getName())
                .append(KIND, client.getKind().name())
                .append(ACN, client.getAcn())
                .append(ABN, client.getAbn())
                .append(ENTITY, event.getEntityId())
                .append(
                        GROUPS,
                        event.getGroups().stream()
                                .map(group -> new Document(ID, group.getGroupId()).append(NAME, group.getName()))
                                .toList())
                .append(ORDER, place(client.getName(), event.getClientId()))
                .append(SEARCHED, searched(client, event.getClientId()));
    }

    /** Numbers are found however they are spaced. */
    private static String searched(Entity client, String clientId) {
        return forSearch(
                String.join("\n", client.getName(), digits(client.getAcn()), digits(client.getAbn()), clientId));
    }

    private static String digits(@Nullable String number) {
        return number == null ? "" : number.replaceAll("\\s", "");
    }

    private static String forSearch(String words) {
        String trimmed = words.strip().toLowerCase(Locale.ROOT);
        return trimmed.matches("[0-9][0-9\\s]+") ? digits(trimmed) : trimmed;
    }

    private static String place(String name, String clientId) {
        return name.toLowerCase(Locale.ROOT) + "\n" + clientId;
    }

    private static WriteModel<Document> newest(String id, String field, Document value) {
        return new UpdateOneModel<>(new Document(ID, id), new Document("$max", new Document(field, value)), UPSERT);
    }

    private static MirroredClient read(Document seen) {
        return new MirroredClient(
                seen.getString(CLIENT),
                seen.getString(NAME),
                kind(seen.getString(KIND)),
                seen.getString(ACN),
                seen.getString(ABN),
                seen.getString(ENTITY));
    }

    private static @Nullable EntityKind kind(String name) {
        return Stream.of(EntityKind.values())
                .filter(kind -> kind != EntityKind.UNKNOWN && kind.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
