package com.nowinfinity.xpm.notification.people;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.nowinfinity.xpm.access.Caller;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.bson.Document;

/**
 * The e-mail addresses of a business's people. Nobody sends them to us: whoever opens her notifications brings a token
 * of the portal's, and that names her address and the businesses she works for. So no event carries an address, and
 * whoever has not been here for a while is written to no more and forgotten; only the last one of a business is kept,
 * because somebody must hear of a connection that ended.
 */
public final class AddressBook {

    private static final String ID = "_id";
    private static final String BUSINESS = "business";
    private static final String SUB = "sub";
    private static final String EMAIL = "email";
    private static final String SEEN_AT = "seenAt";
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    private static final Duration WRITTEN_AGAIN = Duration.ofHours(1);
    private static final int MOST_REMEMBERED = 10_000;

    /** One address, nothing that could end a header. */
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>,;:\"@\\p{Cntrl}]{1,64}@[A-Za-z0-9.-]{1,190}");

    private final MongoCollection<Document> people;
    private final InstantSource clock;
    private final Duration remembered;
    private final Map<String, Instant> written = new ConcurrentHashMap<>();

    /** @param remembered how long after her last visit a person is still written to */
    AddressBook(MongoDatabase database, InstantSource clock, Duration remembered) {
        people = database.getCollection("people");
        people.createIndex(new Document(BUSINESS, 1));
        this.clock = clock;
        this.remembered = remembered;
    }

    /** A person and where she reads mail. */
    public record Person(String sub, String email) {}

    /** Takes note of who calls; cheap when she was here within the hour. */
    public void learn(Caller caller) {
        String email = caller.email();
        if (email == null || !ADDRESS.matcher(email).matches()) {
            return;
        }
        Instant now = clock.instant();
        for (String businessId : caller.businessIds()) {
            String key = key(businessId, caller.sub());
            Instant before = written.get(key + " " + email);
            if (before == null || before.plus(WRITTEN_AGAIN).isBefore(now)) {
                people.replaceOne(
                        new Document(ID, key),
                        new Document(ID, key)
                                .append(BUSINESS, businessId)
                                .append(SUB, caller.sub())
                                .append(EMAIL, email)
                                .append(SEEN_AT, Date.from(now)),
                        UPSERT);
                remember(key + " " + email, now);
            }
        }
    }

    public Optional<Person> find(String businessId, String sub) {
        return of(businessId).stream()
                .filter(person -> person.sub().equals(sub))
                .findFirst();
    }

    /** Everybody of a business who was here lately; where nobody was, who was here last. */
    public List<Person> of(String businessId) {
        Document business = new Document(BUSINESS, businessId);
        List<Person> lately = people.find(new Document(business).append(SEEN_AT, recently()))
                .map(AddressBook::read)
                .into(new ArrayList<>());
        if (lately.isEmpty()) {
            people.find(business)
                    .sort(new Document(SEEN_AT, -1))
                    .limit(1)
                    .map(AddressBook::read)
                    .into(lately);
        }
        return lately;
    }

    /** Removes the addresses that are used no more. */
    void forgetUnused() {
        Date lately = Date.from(clock.instant().minus(remembered));
        for (Document old : people.find(new Document(SEEN_AT, new Document("$lt", lately)))) {
            Document laterOne = new Document(BUSINESS, old.getString(BUSINESS))
                    .append(SEEN_AT, new Document("$gt", old.getDate(SEEN_AT)));
            if (people.find(laterOne).first() != null) {
                people.deleteOne(new Document(ID, old.getString(ID)).append(SEEN_AT, old.getDate(SEEN_AT)));
            }
        }
    }

    private Document recently() {
        return new Document("$gte", Date.from(clock.instant().minus(remembered)));
    }

    private void remember(String key, Instant now) {
        if (written.size() >= MOST_REMEMBERED) {
            written.clear();
        }
        written.put(key, now);
    }

    private static Person read(Document document) {
        return new Person(document.getString(SUB), document.getString(EMAIL));
    }

    private static String key(String businessId, String sub) {
        return URLEncoder.encode(businessId, StandardCharsets.UTF_8) + "/" + sub;
    }
}
