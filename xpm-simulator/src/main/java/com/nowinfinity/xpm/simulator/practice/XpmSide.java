package com.nowinfinity.xpm.simulator.practice;

import com.nowinfinity.xpm.simulator.organisation.ClientElement;
import com.nowinfinity.xpm.simulator.organisation.StaffMember;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A party as somebody in the practice typed it into XPM. */
final class XpmSide {

    private final Chance chance;
    private final List<StaffMember> staff;
    private int codes;

    XpmSide(Chance chance, List<StaffMember> staff) {
        this.chance = chance;
        this.staff = staff;
    }

    Map<ClientElement, String> elements(Party party, XpmCopy copy) {
        Map<ClientElement, String> elements = new EnumMap<>(ClientElement.class);
        Facts facts = copy.facts;
        elements.put(ClientElement.NAME, copy.name);
        put(elements, ClientElement.TITLE, facts.title());
        if (copy.person != null) {
            person(elements, copy.person);
        }
        put(elements, ClientElement.EMAIL, facts.email());
        put(elements, ClientElement.PHONE, facts.phone());
        put(elements, ClientElement.FAX, facts.fax());
        put(elements, ClientElement.WEBSITE, facts.website());
        places(elements, facts);
        numbers(elements, party, copy);
        put(elements, ClientElement.BUSINESS_STRUCTURE, copy.label.isEmpty() ? null : copy.label);
        elements.put(ClientElement.BALANCE_MONTH, "6");
        standing(elements, copy.standing);
        ofThePractice(elements, party);
        elements.putAll(copy.written);
        return elements;
    }

    private static void person(Map<ClientElement, String> elements, PersonName name) {
        elements.put(ClientElement.FIRST_NAME, name.first());
        put(elements, ClientElement.MIDDLE_NAME, name.middle());
        elements.put(ClientElement.LAST_NAME, name.last());
        put(elements, ClientElement.OTHER_NAME, name.other());
        put(
                elements,
                ClientElement.DATE_OF_BIRTH,
                name.born() == null ? null : name.born().toString());
    }

    private static void places(Map<ClientElement, String> elements, Facts facts) {
        if (facts.place() != null) {
            elements.put(ClientElement.ADDRESS, facts.place().line());
            elements.put(ClientElement.CITY, facts.place().city());
            elements.put(ClientElement.REGION, facts.place().state());
            elements.put(ClientElement.POST_CODE, facts.place().postcode());
            elements.put(ClientElement.COUNTRY, "Australia");
        }
        if (facts.contact() != null) {
            elements.put(ClientElement.POSTAL_ADDRESS, facts.contact().line());
            elements.put(ClientElement.POSTAL_CITY, facts.contact().city());
            elements.put(ClientElement.POSTAL_REGION, facts.contact().state());
            elements.put(ClientElement.POSTAL_POST_CODE, facts.contact().postcode());
            elements.put(ClientElement.POSTAL_COUNTRY, "Australia");
        }
    }

    private void numbers(Map<ClientElement, String> elements, Party party, XpmCopy copy) {
        if (copy == party.xpmCopy()) {
            put(elements, ClientElement.TAX_NUMBER, party.identity.tfn());
        }
        String companyNumber = shown(party.identity.acn(), copy.acn);
        String businessNumber = shown(party.identity.abn(), copy.abn);
        boolean swapped = copy.acn == XpmCopy.Digits.SWAPPED;
        if (copy.trustee != null) {
            companyNumber = copy.trustee.identity.acn();
        }
        if (copy.trading != null) {
            businessNumber = copy.trading.identity.abn();
        }
        put(elements, ClientElement.COMPANY_NUMBER, typed(swapped ? businessNumber : companyNumber));
        put(elements, ClientElement.BUSINESS_NUMBER, typed(swapped ? companyNumber : businessNumber));
    }

    private static @Nullable String shown(@Nullable String number, XpmCopy.Digits digits) {
        if (number == null) {
            return null;
        }
        return switch (digits) {
            case RIGHT, SWAPPED -> number;
            case BLANK, TRUSTEES -> null;
            case MISTYPED -> Numbers.mistyped(number);
        };
    }

    private static void standing(Map<ClientElement, String> elements, XpmCopy.Standing standing) {
        switch (standing) {
            case LIVE -> {}
            case PROSPECT -> elements.put(ClientElement.IS_PROSPECT, "Yes");
            case ARCHIVED -> elements.put(ClientElement.IS_ARCHIVED, "Yes");
            case DELETED -> elements.put(ClientElement.IS_DELETED, "Yes");
        }
    }

    private void ofThePractice(Map<ClientElement, String> elements, Party party) {
        if (chance.percent(90)) {
            elements.put(ClientElement.ACCOUNT_MANAGER, chance.of(staff).id());
            elements.put(ClientElement.JOB_MANAGER, chance.of(staff).id());
        }
        elements.put(ClientElement.PREPARE_TAX_RETURN, "Yes");
        if (party.identity.abn() != null && chance.percent(70)) {
            elements.put(ClientElement.GST_REGISTERED, "Yes");
            elements.put(ClientElement.PREPARE_ACTIVITY_STATEMENT, "Yes");
        }
        if (chance.percent(60)) {
            String letters = party.identity.name().replaceAll("[^A-Za-z]", "").toUpperCase(Locale.ROOT);
            codes++;
            elements.put(
                    ClientElement.CLIENT_CODE,
                    letters.substring(0, Math.min(4, letters.length())) + String.format(Locale.ROOT, "%05d", codes));
        }
    }

    /** With spaces more often than not. */
    private @Nullable String typed(@Nullable String number) {
        if (number == null || !chance.percent(70)) {
            return number;
        }
        int head = number.length() % 3;
        StringBuilder spaced = new StringBuilder(number.substring(0, head));
        for (int i = head; i < number.length(); i += 3) {
            spaced.append(spaced.isEmpty() ? "" : " ").append(number, i, i + 3);
        }
        return spaced.toString();
    }

    private static void put(Map<ClientElement, String> elements, ClientElement element, @Nullable String value) {
        if (value != null) {
            elements.put(element, value);
        }
    }
}
