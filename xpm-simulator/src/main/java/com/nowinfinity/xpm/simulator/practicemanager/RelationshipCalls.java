package com.nowinfinity.xpm.simulator.practicemanager;

import com.nowinfinity.xpm.simulator.organisation.Change;
import com.nowinfinity.xpm.simulator.organisation.Client;
import com.nowinfinity.xpm.simulator.organisation.ClientElement;
import com.nowinfinity.xpm.simulator.organisation.Organisation;
import com.nowinfinity.xpm.simulator.organisation.Relationship;
import com.nowinfinity.xpm.simulator.organisation.RelationshipType;
import com.nowinfinity.xpm.simulator.wire.Answer;
import com.nowinfinity.xpm.simulator.wire.XmlNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Relationships: written once, shown on both sides; parties and type never change. */
final class RelationshipCalls {

    private RelationshipCalls() {}

    static Outcome add(Organisation organisation, Call call) {
        XmlNode body = call.body("Relationship");
        Client client = ClientReads.known(organisation, body.textOf("ClientUUID"));
        Client related = ClientReads.known(organisation, body.textOf("RelatedClientUUID"));
        RelationshipType type = RelationshipType.ofLabel(body.textOrEmpty("Type"));
        if (type == null) {
            throw new RefusedException("Invalid relationship type");
        }
        if (client.id().equals(related.id())) {
            throw new RefusedException("A client cannot be related to itself");
        }
        if (type.isOfficeOfCompany() && "Individual".equals(client.get(ClientElement.BUSINESS_STRUCTURE))) {
            throw new RefusedException("An individual cannot have a " + type.label());
        }
        Relationship bare =
                new Relationship(call.ids().get(), client.id(), type, related.id(), null, null, null, null, true);
        Relationship added = withDetails(bare, body);
        if (call.conventions().is(Reading.RELATIONSHIP_TWICE_REFUSED)
                && organisation.relationshipsOf(client.id()).stream().anyMatch(added::repeats)) {
            throw new RefusedException("This relationship already exists");
        }
        return new Outcome(
                changes(organisation, call, added, new Change.RelationshipPut(added)),
                "relationship added " + added.id() + " " + type.label(),
                () -> answer(organisation, call, added));
    }

    static Outcome update(Organisation organisation, Call call) {
        XmlNode body = call.body("Relationship");
        Relationship updated = withDetails(known(organisation, body), body);
        return new Outcome(
                changes(organisation, call, updated, new Change.RelationshipPut(updated)),
                "relationship updated " + updated.id(),
                () -> answer(organisation, call, updated));
    }

    static Outcome delete(Organisation organisation, Call call) {
        Relationship removed = known(organisation, call.body("Relationship"));
        return new Outcome(
                changes(organisation, call, removed, new Change.RelationshipRemoved(removed.id())),
                "relationship deleted " + removed.id(),
                () -> answer(organisation, call, removed));
    }

    private static Relationship known(Organisation organisation, XmlNode body) {
        String id = body.textOrEmpty("UUID");
        Relationship relationship = Optional.ofNullable(organisation.relationship(id))
                .or(() -> organisation.relationships().stream()
                        .filter(each -> RelationshipXml.mirrorId(each).equals(id))
                        .findFirst())
                .orElse(null);
        if (relationship == null) {
            throw new RefusedException("Invalid relationship identifier");
        }
        return relationship;
    }

    private static Relationship withDetails(Relationship before, XmlNode body) {
        LocalDate start =
                body.child("StartDate") == null ? before.start() : Dates.day(body.textOf("StartDate"), "StartDate");
        LocalDate end = body.child("EndDate") == null ? before.end() : Dates.day(body.textOf("EndDate"), "EndDate");
        if (start != null && end != null && end.isBefore(start)) {
            throw new RefusedException("EndDate is before StartDate");
        }
        return new Relationship(
                before.id(),
                before.clientId(),
                before.type(),
                before.relatedId(),
                shares(before, body.textOf("NumberOfShares")),
                percentage(before, body.textOf("Percentage")),
                start,
                end,
                before.byApi());
    }

    private static @Nullable Integer shares(Relationship before, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return text == null ? before.shares() : null;
        }
        if (!before.type().hasShares()) {
            throw new RefusedException("NumberOfShares is only for Shareholder and Owner");
        }
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException invalid) {
            throw new RefusedException("Invalid NumberOfShares");
        }
    }

    private static @Nullable BigDecimal percentage(Relationship before, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return text == null ? before.percentage() : null;
        }
        if (before.type() != RelationshipType.PARTNER) {
            throw new RefusedException("Percentage is only for Partner");
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException invalid) {
            throw new RefusedException("Invalid Percentage");
        }
    }

    private static List<Change> changes(
            Organisation organisation, Call call, Relationship relationship, Change change) {
        return ModifiedToo.by(
                Reading.RELATIONSHIPS_MODIFY,
                organisation,
                call,
                change,
                List.of(relationship.clientId(), relationship.relatedId()));
    }

    private static Answer answer(Organisation organisation, Call call, Relationship relationship) {
        String root = switch (call.conventions().relationshipAnswer()) {
            case RELATIONSHIP -> "Relationship";
            case CLIENT_RELATIONSHIP -> "ClientRelationship";
            case STATUS_ONLY -> null;
        };
        return root == null
                ? Envelope.ok(call.apiMethod())
                : Envelope.ok(
                        call.apiMethod(),
                        xml -> RelationshipXml.write(
                                xml, root, organisation, relationship, relationship.clientId(), true));
    }
}
