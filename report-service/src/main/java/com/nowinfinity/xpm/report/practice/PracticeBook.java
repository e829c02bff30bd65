package com.nowinfinity.xpm.report.practice;

import static com.nowinfinity.xpm.report.intake.EventTrail.only;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.nowinfinity.xpm.bus.ReceivedEvent;
import com.nowinfinity.xpm.events.ConnectionChanged;
import com.nowinfinity.xpm.report.intake.EventTrail;
import com.nowinfinity.xpm.report.storage.Key;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * What a business's practice is called in XPM: collection {@code practices}, {@code _id} = business. The name that was
 * known last stays when the business disconnects, since its reports stay.
 */
public final class PracticeBook implements EventTrail {

    private static final String ID = "_id";
    private static final String TOLD = "told";
    private static final String REVISION = "revision";
    private static final String NAME = "name";

    private final MongoCollection<Document> practices;

    PracticeBook(MongoDatabase database) {
        practices = database.getCollection("practices");
    }

    @Override
    public void record(List<ReceivedEvent> batch) {
        newest(batch).forEach(told -> {
            Document practice = new Document(ID, Key.of(told.getBusinessId()));
            String name = told.getOrganisationName();
            if (name != null && !name.isBlank()) {
                Document named = new Document(REVISION, told.getRevision()).append(NAME, name.strip());
                practices.updateOne(
                        practice, new Document("$max", new Document(TOLD, named)), new UpdateOptions().upsert(true));
            } else if (told.getForgottenAt() != null) {
                // A name from before may stand in the same batch, or come again.
                practices.deleteOne(practice);
            }
        });
    }

    private static Collection<ConnectionChanged> newest(List<ReceivedEvent> batch) {
        Map<String, ConnectionChanged> byBusiness = only(batch, ConnectionChanged.class)
                .collect(Collectors.toMap(
                        ConnectionChanged::getBusinessId,
                        told -> told,
                        BinaryOperator.maxBy(Comparator.comparingLong(ConnectionChanged::getRevision))));
        return byBusiness.values();
    }

    /** Empty until the business has connected to an organisation whose name Xero tells. */
    public Optional<String> name(String businessId) {
        return Optional.ofNullable(
                        practices.find(new Document(ID, Key.of(businessId))).first())
                .map(practice -> practice.get(TOLD, Document.class).getString(NAME));
    }
}
