package com.nowinfinity.xpm.worker.mirror;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.worker.matching.MatchKeys;
import com.nowinfinity.xpm.worker.mongo.Ranges;
import com.nowinfinity.xpm.worker.mongo.Shelf;
import com.nowinfinity.xpm.worker.normal.Digest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The clients of an organisation as XPM last showed them: collection {@code mirror}, {@code _id} = business/tenant/client.
 * A client stands there as JSON, because it is only ever read whole.
 */
public final class Mirror {

    /** The fields by which clients are found. */
    public static final List<String> KEYS = KeyColumns.FIELDS;

    private static final String ID = "_id";
    private static final String HASH = "hash";
    private static final String CLIENT = "client";
    private static final String FIRST_SEEN = "firstSeen";
    /** The hash of the client as client-imported told it last. */
    private static final String TOLD = "told";
    /** In a document of its own for each organisation. */
    private static final String LISTED_AT = "listedAt";

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final int BATCH = 200;

    private final Shelf shelf;
    private final InstantSource clock;
    private final Set<Listing> listings = ConcurrentHashMap.newKeySet();

    public Mirror(Shelf shelf, InstantSource clock) {
        this.shelf = shelf;
        this.clock = clock;
    }

    /** Remembers what XPM shows of one client. */
    public void show(String businessId, String tenantId, PracticeClient client) {
        String id = id(businessId, tenantId, client.id());
        listings.forEach(listing -> listing.shownElsewhere.add(id));
        Document known = found(businessId, tenantId, client.id());
        shelf.put(document(businessId, tenantId, client, JSON.writeValueAsString(client), known));
    }

    /** Up to when, on XPM's clock, every change of an organisation's clients is in the mirror; empty before any list. */
    public Optional<Instant> listedAt(String businessId, String tenantId) {
        return shelf.find(businessId + "/" + tenantId)
                .map(found -> found.getDate(LISTED_AT).toInstant());
    }

    /** Notes that everything that XPM listed is in. */
    public void listed(String businessId, String tenantId, Instant serverTime) {
        shelf.put(new Document(ID, businessId + "/" + tenantId).append(LISTED_AT, Date.from(serverTime)));
    }

    /** XPM shows it no longer. */
    public void forget(String businessId, String tenantId, String clientId) {
        shelf.remove(id(businessId, tenantId, clientId));
    }

    /** When we first saw a client; empty when we never did. */
    public Optional<Instant> firstSeen(String businessId, String tenantId, String clientId) {
        return Optional.ofNullable(found(businessId, tenantId, clientId))
                .map(found -> found.getDate(FIRST_SEEN).toInstant());
    }

    public Optional<PracticeClient> find(String businessId, String tenantId, String clientId) {
        return Optional.ofNullable(found(businessId, tenantId, clientId)).map(Mirror::client);
    }

    public boolean isEmpty(String businessId, String tenantId) {
        List<String> found = new ArrayList<>();
        shelf.scan(
                Ranges.ofBusiness(ID, businessId + "/" + tenantId),
                List.of(ID),
                1,
                one -> found.add(one.getString(ID)));
        return found.isEmpty();
    }

    public int count(String businessId, String tenantId) {
        return shelf.count(Ranges.ofBusiness(ID, businessId + "/" + tenantId));
    }

    public void forEach(String businessId, String tenantId, Consumer<PracticeClient> sink) {
        shelf.scan(Ranges.ofBusiness(ID, businessId + "/" + tenantId), found -> sink.accept(client(found)));
    }

    /**
     * The clients that have a key in common with one that is looked for, once {@link #complete} has been called for who
     * stood here before there were such keys.
     */
    public List<PracticeClient> having(String businessId, String tenantId, MatchKeys keys) {
        Map<String, PracticeClient> found = new LinkedHashMap<>();
        KeyColumns.finding(businessId + "/" + tenantId, keys)
                .forEach(key -> shelf.scan(key, each -> found.put(each.getString(ID), client(each))));
        return List.copyOf(found.values());
    }

    /** Gives their keys to the clients that another version of this worker has stored. */
    public void complete(String businessId, String tenantId) {
        List<String> without = new ArrayList<>();
        shelf.scan(Ranges.ofBusiness(ID, businessId + "/" + tenantId), List.of(HASH, KeyColumns.MADE_OF), 0, found -> {
            if (!hashOf(found).equals(found.getString(KeyColumns.MADE_OF))) {
                without.add(found.getString(ID));
            }
        });
        for (int from = 0; from < without.size(); from += BATCH) {
            Map<String, Document> sets = new LinkedHashMap<>();
            for (Document found : shelf.findAll(without.subList(from, Math.min(from + BATCH, without.size())))) {
                sets.put(found.getString(ID), KeyColumns.of(businessId + "/" + tenantId, client(found), hashOf(found)));
            }
            shelf.setAll(sets);
        }
    }

    /** The clients that are new or changed since they were told last, and the state of each. */
    public Map<String, String> untold(String businessId, String tenantId) {
        Map<String, String> untold = new LinkedHashMap<>();
        shelf.scan(Ranges.ofBusiness(ID, businessId + "/" + tenantId), List.of(HASH, TOLD), 0, found -> {
            if (!found.getString(HASH).equals(found.getString(TOLD))) {
                untold.put(
                        found.getString(ID)
                                .substring(id(businessId, tenantId, "").length()),
                        found.getString(HASH));
            }
        });
        return untold;
    }

    /** Remembers that these clients have been told in these states. */
    public void told(String businessId, String tenantId, Map<String, String> states) {
        Map<String, Document> sets = new LinkedHashMap<>();
        states.forEach((clientId, hash) -> {
            sets.put(id(businessId, tenantId, clientId), new Document(TOLD, hash));
            if (sets.size() == BATCH) {
                shelf.setAll(sets);
                sets.clear();
            }
        });
        shelf.setAll(sets);
    }

    /** A list of what has changed, to be written into the mirror. */
    public Changes changes(String businessId, String tenantId) {
        return new Changes(businessId, tenantId);
    }

    /** A list that is being read: what other calls show meanwhile is newer than the list. */
    abstract sealed class Listing implements AutoCloseable {
        final String businessId;
        final String tenantId;
        final Set<String> shownElsewhere = ConcurrentHashMap.newKeySet();

        private Listing(String businessId, String tenantId) {
            this.businessId = businessId;
            this.tenantId = tenantId;
            listings.add(this);
        }

        /**
         * After the last client: where XPM did not say what time it is, the next list begins where this one began.
         *
         * @param serverTime of the answer
         */
        public void finish(@Nullable Instant serverTime) {
            if (serverTime != null) {
                listed(businessId, tenantId, serverTime);
            }
        }

        @Override
        public void close() {
            listings.remove(this);
        }
    }

    /** One pass over a list of changes. Not for several threads. */
    public final class Changes extends Listing {
        private final List<PracticeClient> shown = new ArrayList<>();

        private Changes(String businessId, String tenantId) {
            super(businessId, tenantId);
        }

        public void show(PracticeClient client) {
            shown.add(client);
            if (shown.size() >= BATCH) {
                write();
            }
        }

        @Override
        public void finish(@Nullable Instant serverTime) {
            write();
            super.finish(serverTime);
        }

        private void write() {
            Map<String, Document> known = new HashMap<>();
            shelf.findAll(shown.stream()
                            .map(client -> id(businessId, tenantId, client.id()))
                            .toList())
                    .forEach(found -> known.put(found.getString(ID), found));
            shown.forEach(client -> write(client, known.get(id(businessId, tenantId, client.id()))));
            shown.clear();
        }

        private void write(PracticeClient client, @Nullable Document known) {
            String id = id(businessId, tenantId, client.id());
            Document shown = document(businessId, tenantId, client, JSON.writeValueAsString(client), known);
            if (known == null) {
                shelf.insert(shown);
            } else if (!shownElsewhere.contains(id) && !hashOf(known).equals(hashOf(shown))) {
                Document asKnown = new Document(ID, id).append(HASH, hashOf(known));
                Document change = KeyColumns.of(businessId + "/" + tenantId, client, hashOf(shown));
                shelf.changeIf(asKnown, change.append(HASH, hashOf(shown)).append(CLIENT, shown.getString(CLIENT)));
            }
        }
    }

    /** A whole list of XPM against the mirror: tells what is new or changed, and remembers it. */
    public Renewal renew(String businessId, String tenantId) {
        return new Renewal(businessId, tenantId);
    }

    /** One pass over a list. Not for several threads. */
    public final class Renewal extends Listing {
        private final List<Document> writes = new ArrayList<>();
        /** What has not been listed yet; null until the list begins, which may be long in coming. */
        private @Nullable Map<String, Document> known;

        private Renewal(String businessId, String tenantId) {
            super(businessId, tenantId);
        }

        /** Whether the client is new or not as we knew it. */
        public boolean show(PracticeClient client) {
            String json = JSON.writeValueAsString(client);
            Document before = known().remove(id(businessId, tenantId, client.id()));
            if (before != null && Digest.of(json).equals(before.getString(HASH))) {
                return false;
            }
            writes.add(document(businessId, tenantId, client, json, before));
            if (writes.size() >= BATCH) {
                write();
            }
            return true;
        }

        /** What XPM no longer lists is forgotten. */
        @Override
        public void finish(@Nullable Instant serverTime) {
            write();
            // What appeared while the list was on its way may be missing in it.
            known().keySet().stream().filter(id -> !shownElsewhere.contains(id)).forEach(shelf::remove);
            super.finish(serverTime);
        }

        private Map<String, Document> known() {
            Map<String, Document> standing = known;
            if (standing == null) {
                Map<String, Document> found = new HashMap<>();
                shelf.scan(
                        Ranges.ofBusiness(ID, businessId + "/" + tenantId),
                        List.of(HASH, FIRST_SEEN, TOLD),
                        0,
                        each -> found.put(each.getString(ID), each));
                known = found;
                return found;
            }
            return standing;
        }

        private void write() {
            writes.removeIf(shown -> shownElsewhere.contains(shown.getString(ID)));
            shelf.put(writes);
            writes.clear();
        }
    }

    private @Nullable Document found(String businessId, String tenantId, String clientId) {
        return shelf.find(id(businessId, tenantId, clientId)).orElse(null);
    }

    private Document document(
            String businessId, String tenantId, PracticeClient client, String json, @Nullable Document known) {
        String hash = Digest.of(json);
        Document columns = KeyColumns.of(businessId + "/" + tenantId, client, hash);
        return columns.append(ID, id(businessId, tenantId, client.id()))
                .append(HASH, hash)
                .append(CLIENT, json)
                .append(FIRST_SEEN, known == null ? Date.from(clock.instant()) : known.getDate(FIRST_SEEN))
                .append(TOLD, known == null ? null : known.getString(TOLD));
    }

    private static String hashOf(Document found) {
        return found.getString(HASH);
    }

    private static PracticeClient client(Document found) {
        return JSON.readValue(found.getString(CLIENT), PracticeClient.class);
    }

    private static String id(String businessId, String tenantId, String clientId) {
        return businessId + "/" + tenantId + "/" + clientId;
    }
}
