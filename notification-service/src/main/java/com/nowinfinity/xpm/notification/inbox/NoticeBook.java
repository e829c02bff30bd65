package com.nowinfinity.xpm.notification.inbox;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.nowinfinity.xpm.notification.notices.Notice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * All notices. A notice takes the number after its business's last one by inserting itself under it, so numbers have no
 * gaps, and whoever has seen number 5 has only to ask for 6: on any instance, whoever kept it.
 */
public final class NoticeBook {

    private static final String ID = "_id";
    private static final String NOTICE = "notice";
    private static final String BUSINESS = "business";
    private static final String NUMBER = "number";
    private static final String KIND = "kind";
    private static final String TITLE = "title";
    private static final String TEXT = "text";
    private static final String LINK = "link";
    private static final String AT = "at";
    private static final String RECIPIENT = "recipient";

    private final MongoCollection<Document> notices;

    NoticeBook(MongoDatabase database) {
        notices = database.getCollection("notices");
        notices.createIndex(new Document(NOTICE, 1), new IndexOptions().unique(true));
        notices.createIndex(new Document(BUSINESS, 1).append(AT, -1));
    }

    /** Keeps a notice; one that is kept already stays as it is. */
    public void keep(Notice notice) {
        while (find(notice.id()).isEmpty()) {
            long next = last(notice.businessId()) + 1;
            try {
                notices.insertOne(write(next, notice));
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
                // Somebody took the number, or kept this very notice.
            }
        }
    }

    public Optional<KeptNotice> find(String noticeId) {
        return Optional.ofNullable(notices.find(new Document(NOTICE, noticeId)).first())
                .map(NoticeBook::read);
    }

    /** The number of the business's newest notice; 0 before the first. */
    public long last(String businessId) {
        Document last = notices.find(new Document(ID, Numbered.range(businessId)))
                .sort(new Document(ID, -1))
                .first();
        return last == null ? 0 : last.getLong(NUMBER);
    }

    /** Of each business the notice with this number, where there is one already. */
    public List<KeptNotice> numbered(Map<String, Long> numbers) {
        List<String> keys = numbers.entrySet().stream()
                .map(wanted -> Numbered.key(wanted.getKey(), wanted.getValue()))
                .toList();
        return notices.find(new Document(ID, new Document("$in", keys)))
                .map(NoticeBook::read)
                .into(new ArrayList<>());
    }

    /** The business's notices after this number, up to and with that one, in order. */
    public List<KeptNotice> between(String businessId, long after, long last) {
        Document range =
                new Document("$gt", Numbered.key(businessId, after)).append("$lte", Numbered.key(businessId, last));
        return notices.find(new Document(ID, range))
                .sort(new Document(ID, 1))
                .map(NoticeBook::read)
                .into(new ArrayList<>());
    }

    /**
     * For a person, newest first.
     *
     * @param after only what comes after this one in that order; null for all
     */
    List<KeptNotice> newestFirst(Collection<String> businessIds, String sub, @Nullable Notice after, int limit) {
        Document filter = new Document(BUSINESS, new Document("$in", List.copyOf(businessIds)))
                .append(RECIPIENT, new Document("$in", Arrays.asList(null, sub)));
        if (after != null) {
            Date at = Date.from(after.at());
            filter.append(
                    "$or",
                    List.of(
                            new Document(AT, new Document("$lt", at)),
                            new Document(AT, at).append(NOTICE, new Document("$lt", after.id()))));
        }
        return notices.find(filter)
                .sort(new Document(AT, -1).append(NOTICE, -1))
                .limit(limit)
                .map(NoticeBook::read)
                .into(new ArrayList<>());
    }

    private static Document write(long number, Notice notice) {
        return new Document(ID, Numbered.key(notice.businessId(), number))
                .append(NOTICE, notice.id())
                .append(BUSINESS, notice.businessId())
                .append(NUMBER, number)
                .append(KIND, notice.kind())
                .append(TITLE, notice.title())
                .append(TEXT, notice.text())
                .append(LINK, notice.link())
                .append(AT, Date.from(notice.at()))
                .append(RECIPIENT, notice.recipient());
    }

    private static KeptNotice read(Document document) {
        return new KeptNotice(
                document.getLong(NUMBER),
                new Notice(
                        document.getString(NOTICE),
                        document.getString(BUSINESS),
                        document.getString(KIND),
                        document.getString(TITLE),
                        document.getString(TEXT),
                        document.getString(LINK),
                        document.getDate(AT).toInstant(),
                        document.getString(RECIPIENT)));
    }
}
