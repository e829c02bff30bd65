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

    Map<ClientElement, String> elements(Party party, Facts facts) {
        Map<ClientElement, String> elements = new EnumMap<>(ClientElement.class);
        elements.put(ClientElement.NAME, party.name);
        put(elements, ClientElement.TITLE, facts.title());
        if (party.person != null) {
            elements.put(ClientElement.FIRST_NAME, party.person.first());
            put(elements, ClientElement.MIDDLE_NAME, party.person.middle());
            elements.put(ClientElement.LAST_NAME, party.person.last());
            elements.put(ClientElement.DATE_OF_BIRTH, party.person.born().toString());
        }
        put(elements, ClientElement.EMAIL, facts.email());
        put(elements, ClientElement.PHONE, facts.phone());
        put(elements, ClientElement.WEBSITE, facts.website());
        if (facts.place() != null) {
            elements.put(ClientElement.ADDRESS, facts.place().street());
            elements.put(ClientElement.CITY, facts.place().city());
            elements.put(ClientElement.REGION, facts.place().state());
            elements.put(ClientElement.POST_CODE, facts.place().postcode());
            elements.put(ClientElement.COUNTRY, "Australia");
        }
        if (facts.contact() != null) {
            elements.put(ClientElement.POSTAL_ADDRESS, facts.contact().street());
            elements.put(ClientElement.POSTAL_CITY, facts.contact().city());
            elements.put(ClientElement.POSTAL_REGION, facts.contact().state());
            elements.put(ClientElement.POSTAL_POST_CODE, facts.contact().postcode());
            elements.put(ClientElement.POSTAL_COUNTRY, "Australia");
        }
        put(elements, ClientElement.TAX_NUMBER, party.tfn);
        put(elements, ClientElement.COMPANY_NUMBER, typed(party.acn));
        put(elements, ClientElement.BUSINESS_NUMBER, typed(party.abn));
        elements.put(ClientElement.BUSINESS_STRUCTURE, party.kind.label());
        elements.put(ClientElement.BALANCE_MONTH, "6");
        ofThePractice(elements, party);
        return elements;
    }

    private void ofThePractice(Map<ClientElement, String> elements, Party party) {
        if (chance.percent(90)) {
            elements.put(ClientElement.ACCOUNT_MANAGER, chance.of(staff).id());
            elements.put(ClientElement.JOB_MANAGER, chance.of(staff).id());
        }
        elements.put(ClientElement.PREPARE_TAX_RETURN, "Yes");
        if (party.abn != null && chance.percent(70)) {
            elements.put(ClientElement.GST_REGISTERED, "Yes");
            elements.put(ClientElement.PREPARE_ACTIVITY_STATEMENT, "Yes");
        }
        if (chance.percent(60)) {
            String letters = party.name.replaceAll("[^A-Za-z]", "").toUpperCase(Locale.ROOT);
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
