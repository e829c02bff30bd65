package com.nowinfinity.xpm.notification.inbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.nowinfinity.xpm.notification.notices.Notice;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/** Who has read what. */
public final class ReadMarks {

    private static final String ID = "_id";
    private static final String NOTICE = "notice";
    private static final String AT = "at";
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> marks;
    private final InstantSource clock;

    ReadMarks(MongoDatabase database, InstantSource clock) {
        marks = database.getCollection("read");
        this.clock = clock;
    }

    void mark(Notice notice, String sub) {
        String key = key(notice, sub);
        marks.replaceOne(
                new Document(ID, key),
                new Document(ID, key).append(NOTICE, notice.id()).append(AT, Date.from(clock.instant())),
                UPSERT);
    }

    /** Ids of those that this person has read. */
    public Set<String> read(Collection<Notice> notices, String sub) {
        List<String> keys = notices.stream().map(notice -> key(notice, sub)).toList();
        return marks.find(new Document(ID, new Document("$in", keys)))
                .map(mark -> mark.getString(NOTICE))
                .into(new HashSet<>());
    }

    /** The business stands first, so that all of its marks are one range. */
    private static String key(Notice notice, String sub) {
        return Numbered.business(notice.businessId()) + "/" + notice.id() + "/" + sub;
    }
}
