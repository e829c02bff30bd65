package com.nowinfinity.xpm.notification.people;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import org.bson.Document;

/** Who wants no mail. Whoever has not said so gets it. */
public final class MailChoices {

    private static final String ID = "_id";
    private static final String MAIL = "mail";

    private final MongoCollection<Document> choices;

    MailChoices(MongoDatabase database) {
        choices = database.getCollection("mail-choices");
    }

    public boolean wantsMail(String sub) {
        Document choice = choices.find(new Document(ID, sub)).first();
        return choice == null || choice.getBoolean(MAIL, true);
    }

    public void choose(String sub, boolean mail) {
        choices.replaceOne(
                new Document(ID, sub), new Document(ID, sub).append(MAIL, mail), new ReplaceOptions().upsert(true));
    }
}
