package com.nowinfinity.xpm.report.resolutions;

import com.nowinfinity.xpm.report.discrepancy.DiscrepancyAction;
import java.time.LocalDate;
import java.util.Optional;
import org.bson.Document;

/** An item as it is stored. */
final class ItemDocument {

    private static final String ID = "id";
    private static final String ACTION = "action";
    private static final String LINK_TO = "linkTo";
    private static final String REASON = "reason";
    private static final String UNTIL = "until";
    private static final String ENTITY = "entity";
    private static final String CLIENT = "client";
    private static final String FIELD = "field";
    private static final String SEEN = "seen";
    private static final String VERSION = "version";

    private ItemDocument() {}

    static Document write(Item item) {
        LocalDate until = item.wish().until();
        return new Document(ID, item.wish().id())
                .append(ACTION, item.wish().action().name())
                .append(LINK_TO, item.wish().clientId())
                .append(REASON, item.wish().reason())
                .append(UNTIL, until == null ? null : until.toString())
                .append(ENTITY, item.entityId())
                .append(CLIENT, item.clientId())
                .append(FIELD, item.field())
                .append(SEEN, item.seen())
                .append(VERSION, item.version());
    }

    /** Empty where its action is one that only another version knows: what became of it is kept for that version. */
    static Optional<Item> read(Document item) {
        return DiscrepancyAction.stored(item.getString(ACTION)).map(action -> read(item, action));
    }

    private static Item read(Document item, DiscrepancyAction action) {
        String until = item.getString(UNTIL);
        return new Item(
                new Wish(
                        item.getString(ID),
                        action,
                        item.getString(LINK_TO),
                        item.getString(REASON),
                        until == null ? null : LocalDate.parse(until),
                        item.getString(SEEN)),
                item.getString(ENTITY),
                item.getString(CLIENT),
                item.getString(FIELD),
                item.getString(SEEN),
                item.getLong(VERSION));
    }
}
