package com.nowinfinity.xpm.portal.registers;

import com.nowinfinity.xpm.events.Address;
import com.nowinfinity.xpm.events.AddressUse;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.Lodgement;
import com.nowinfinity.xpm.events.LodgementState;
import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.events.RelationshipType;
import com.nowinfinity.xpm.portal.entities.EntityRules;
import com.nowinfinity.xpm.portal.frame.Form;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the Corporate Messenger form says, written into an entity. Blank fields change nothing. */
final class Correction {

    private static final ZoneId ASIC = ZoneId.of("Australia/Sydney");

    private final Form form;

    Correction(Form form) {
        this.form = form;
    }

    /** A field that cannot be understood; the message is for the person who filled it in. */
    static final class Unclear extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unclear(String message) {
            super(message);
        }
    }

    /** @throws Unclear when nothing would change, or a field cannot be understood */
    Entity in(Entity before) {
        Entity.Builder after = Entity.newBuilder(before);
        String phone = form.textOrNull("phone");
        if (phone != null) {
            after.setPhone(phone);
        }
        after.setAddresses(addresses(before.getAddresses()));
        after.setRelationships(directors(before.getRelationships()));
        Entity changed = after.build();
        if (changed.equals(before)) {
            throw new Unclear("Nothing is filled in that differs from what is there: say what changes.");
        }
        checked(EntityRules.broken(changed));
        return changed;
    }

    private static void checked(@Nullable String broken) {
        if (broken != null) {
            throw new Unclear("This cannot be kept: " + broken + ".");
        }
    }

    Lodgement lodgement() {
        Lodgement lodgement = Lodgement.newBuilder()
                .setForm(form.textOrNull("form"))
                .setState(state())
                .setEffectiveDate(date("effectiveDate", "The effective date"))
                .setLodgedAt(lodgedAt())
                .setDueDate(date("dueDate", "The due date"))
                .build();
        checked(EntityRules.broken(lodgement));
        return lodgement;
    }

    private LodgementState state() {
        try {
            return LodgementState.valueOf(form.text("state"));
        } catch (IllegalArgumentException e) {
            throw new Unclear("Choose how far the lodgement is.");
        }
    }

    private @Nullable Instant lodgedAt() {
        String date = date("lodgedAt", "The day of lodgement");
        return date == null ? null : LocalDate.parse(date).atStartOfDay(ASIC).toInstant();
    }

    private List<Address> addresses(List<Address> before) {
        List<Address> after = new ArrayList<>(before);
        for (AddressUse use : List.of(AddressUse.CONTACT, AddressUse.PRINCIPAL_PLACE)) {
            Address written = address(use);
            if (written != null) {
                int at = place(after, use);
                if (at < 0) {
                    after.add(written);
                } else {
                    after.set(at, written);
                }
            }
        }
        return after;
    }

    private @Nullable Address address(AddressUse use) {
        String street = part(use, "street");
        String city = part(use, "city");
        if (Stream.of(street, city, part(use, "state"), part(use, "postcode")).allMatch(part -> part == null)) {
            return null;
        }
        if (street == null || city == null) {
            throw new Unclear("An address needs at least its street and suburb.");
        }
        return Address.newBuilder()
                .setUse(use)
                .setStreet(street)
                .setCity(city)
                .setState(part(use, "state"))
                .setPostcode(part(use, "postcode"))
                .setCountry("Australia")
                .build();
    }

    private @Nullable String part(AddressUse use, String part) {
        return form.textOrNull(use.name() + "." + part);
    }

    private static int place(List<Address> addresses, AddressUse use) {
        for (int i = 0; i < addresses.size(); i++) {
            if (addresses.get(i).getUse() == use) {
                return i;
            }
        }
        return -1;
    }

    private List<Relationship> directors(List<Relationship> before) {
        String ended = form.textOrNull("endDirector");
        String endDate = date("endDate", "The end date");
        if (ended != null && endDate == null) {
            throw new Unclear("Say on which day the director ends.");
        }
        List<Relationship> after = new ArrayList<>(before.stream()
                .map(role -> isCurrent(role, ended)
                        ? Relationship.newBuilder(role).setEndDate(endDate).build()
                        : role)
                .toList());
        String appointed = form.textOrNull("newDirector");
        if (appointed != null) {
            String startDate = date("startDate", "The start date");
            if (startDate == null) {
                throw new Unclear("Say from which day the new director holds office.");
            }
            after.add(Relationship.newBuilder()
                    .setType(RelationshipType.DIRECTOR)
                    .setEntityId(appointed)
                    .setStartDate(startDate)
                    .build());
        }
        return after;
    }

    private static boolean isCurrent(Relationship role, @Nullable String entityId) {
        return role.getType() == RelationshipType.DIRECTOR
                && role.getEntityId().equals(entityId)
                && role.getEndDate() == null;
    }

    private @Nullable String date(String field, String name) {
        String text = form.textOrNull(field);
        try {
            return text == null ? null : LocalDate.parse(text).toString();
        } catch (DateTimeParseException e) {
            throw new Unclear(name + " is no date: write it as year-month-day.");
        }
    }
}
