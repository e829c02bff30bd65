package com.nowinfinity.xpm.notification.mail;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.nowinfinity.xpm.notification.notices.Notice;
import com.nowinfinity.xpm.notification.people.AddressBook;
import com.nowinfinity.xpm.notification.people.AddressBook.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * Mail that is to be sent, under an id of notice and person, so that it is planned once however often the event comes
 * and on whichever instance. Whoever takes one out has it to herself for the length of a lease; a sender that dies
 * leaves it to the next.
 */
public final class Outbox {

    private static final String ID = "_id";
    private static final String BUSINESS = "business";
    private static final String NOTICE = "notice";
    private static final String SUB = "sub";
    private static final String STATE = "state";
    private static final String ATTEMPTS = "attempts";
    private static final String NOT_BEFORE = "notBefore";
    private static final String DUE = "DUE";

    private final MongoCollection<Document> mails;
    private final AddressBook addresses;
    private final InstantSource clock;
    private final Duration maxAge;

    Outbox(MongoDatabase database, AddressBook addresses, InstantSource clock, Duration maxAge) {
        mails = database.getCollection("mails");
        mails.createIndex(new Document(STATE, 1).append(NOT_BEFORE, 1));
        mails.createIndex(new Document(BUSINESS, 1));
        mails.createIndex(new Document("endedAt", 1));
        this.addresses = addresses;
        this.clock = clock;
        this.maxAge = maxAge;
    }

    /** How the story of a mail ends. */
    enum End {
        SENT,
        /** The person is gone, or wants no mail. */
        DROPPED,
        GIVEN_UP
    }

    /**
     * A mail in somebody's hands.
     *
     * @param attempts this one included
     */
    record Taken(String id, String businessId, String noticeId, String sub, int attempts) {}

    /** Whoever the notice is for gets one mail, if it is news at all. */
    public void plan(Notice notice) {
        Instant now = clock.instant();
        if (notice.at().plus(maxAge).isBefore(now)) {
            return;
        }
        for (Person person : people(notice)) {
            plan(notice, person, now);
        }
    }

    /** The next mail that is due, if any; nobody else gets it before the lease is over. */
    Optional<Taken> take(Duration lease) {
        Instant now = clock.instant();
        Document due = new Document(STATE, DUE).append(NOT_BEFORE, new Document("$lte", Date.from(now)));
        Document change = new Document("$set", new Document(NOT_BEFORE, Date.from(now.plus(lease))))
                .append("$inc", new Document(ATTEMPTS, 1));
        FindOneAndUpdateOptions oldest =
                new FindOneAndUpdateOptions().sort(new Document(NOT_BEFORE, 1)).returnDocument(ReturnDocument.AFTER);
        return Optional.ofNullable(mails.findOneAndUpdate(due, change, oldest))
                .map(mail -> new Taken(
                        mail.getString(ID),
                        mail.getString(BUSINESS),
                        mail.getString(NOTICE),
                        mail.getString(SUB),
                        mail.getInteger(ATTEMPTS)));
    }

    void end(Taken mail, End end) {
        mails.updateOne(
                new Document(ID, mail.id()),
                new Document("$set", new Document(STATE, end.name()).append("endedAt", Date.from(clock.instant()))));
    }

    void putOff(Taken mail, Duration pause) {
        mails.updateOne(
                new Document(ID, mail.id()),
                new Document(
                        "$set",
                        new Document(NOT_BEFORE, Date.from(clock.instant().plus(pause)))));
    }

    /** Removes mail whose story ended longer ago than this. */
    void forget(Duration age) {
        mails.deleteMany(new Document(
                "endedAt", new Document("$lt", Date.from(clock.instant().minus(age)))));
    }

    private List<Person> people(Notice notice) {
        return notice.recipient() == null
                ? addresses.of(notice.businessId())
                : addresses.find(notice.businessId(), notice.recipient()).stream()
                        .toList();
    }

    private void plan(Notice notice, Person person, Instant now) {
        String id =
                URLEncoder.encode(notice.businessId(), StandardCharsets.UTF_8) + "/" + notice.id() + "/" + person.sub();
        try {
            mails.insertOne(new Document(ID, id)
                    .append(BUSINESS, notice.businessId())
                    .append(NOTICE, notice.id())
                    .append(SUB, person.sub())
                    .append(STATE, DUE)
                    .append(ATTEMPTS, 0)
                    .append(NOT_BEFORE, Date.from(now)));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // It is planned already.
        }
    }
}
