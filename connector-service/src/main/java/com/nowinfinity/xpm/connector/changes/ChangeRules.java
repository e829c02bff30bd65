package com.nowinfinity.xpm.connector.changes;

import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.connector.intake.Checks;
import com.nowinfinity.xpm.events.Address;
import com.nowinfinity.xpm.events.AddressUse;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.events.RelationshipType;
import com.nowinfinity.xpm.events.TaxNumberMarks;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What an entity change must have to be understood at all. What an accountant has to judge (numbers that fail their check,
 * names in capitals) passes: the report tells it.
 */
final class ChangeRules {

    private ChangeRules() {}

    static void check(EntityChanged change) {
        if (change.getCause() == ChangeCause.UNKNOWN) {
            throw missing("cause");
        }
        Entity entity = ProblemException.required(change.getEntity(), "entity");
        Checks.id(entity.getEntityId(), "entity.entityId");
        if (entity.getVersion() < 1) {
            throw ProblemException.invalidField("invalid-field", "entity.version", "starts at 1");
        }
        if (entity.getKind() == EntityKind.UNKNOWN) {
            throw missing("entity.kind");
        }
        ProblemException.required(entity.getName(), "entity.name");
        checkTaxNumber(entity);
        checkAddresses(entity.getAddresses());
        checkRelationships(entity.getRelationships());
    }

    /** The number itself has a door of its own, and is in no event. */
    private static void checkTaxNumber(Entity entity) {
        if (!TaxNumberMarks.isTail(entity.getTfnTail())) {
            throw ProblemException.invalidField("invalid-field", "entity.tfnTail", "is three digits, the last ones");
        }
        if (!TaxNumberMarks.isReference(entity.getTfnReference())) {
            throw ProblemException.invalidField(
                    "invalid-field", "entity.tfnReference", "is a reference, never the number itself");
        }
    }

    private static void checkAddresses(List<Address> addresses) {
        Set<AddressUse> uses = EnumSet.noneOf(AddressUse.class);
        for (int i = 0; i < addresses.size(); i++) {
            String path = "entity.addresses[" + i + "].use";
            AddressUse use = addresses.get(i).getUse();
            if (use == AddressUse.UNKNOWN) {
                throw missing(path);
            }
            if (!uses.add(use)) {
                throw ProblemException.invalidField("invalid-field", path, "at most one address of each use");
            }
        }
    }

    private static void checkRelationships(List<Relationship> relationships) {
        for (int i = 0; i < relationships.size(); i++) {
            String path = "entity.relationships[" + i + "]";
            Relationship relationship = relationships.get(i);
            if (relationship.getType() == RelationshipType.UNKNOWN) {
                throw missing(path + ".type");
            }
            Checks.id(relationship.getEntityId(), path + ".entityId");
            Long shares = relationship.getShares();
            if (shares != null && shares < 0) {
                throw ProblemException.invalidField("invalid-field", path + ".shares", "is not negative");
            }
            Double percentage = relationship.getPercentage();
            if (percentage != null && (percentage < 0 || percentage > 100)) {
                throw ProblemException.invalidField("invalid-field", path + ".percentage", "from 0 to 100");
            }
        }
    }

    private static ProblemException missing(String path) {
        return ProblemException.invalidField("missing-field", path, "is needed");
    }
}
