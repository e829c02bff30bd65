package com.nowinfinity.xpm.portal.entities;

import com.nowinfinity.xpm.events.Address;
import com.nowinfinity.xpm.events.AddressUse;
import com.nowinfinity.xpm.events.Entity;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes values of XPM into an entity. Only contact fields: what ASIC, a deed or minutes govern is never taken from XPM
 * (domain, section 1.3).
 */
final class ContactFields {

    private ContactFields() {}

    /** @throws IllegalArgumentException when a path is no contact field */
    static Entity taken(Entity entity, Entity fromXpm, List<String> paths) {
        Entity.Builder taken = Entity.newBuilder(entity);
        for (String path : paths) {
            switch (path) {
                case "person.title" -> taken.setPersonTitle(fromXpm.getPersonTitle());
                case "email" -> taken.setEmail(fromXpm.getEmail());
                case "phone" -> taken.setPhone(fromXpm.getPhone());
                case "mobile" -> taken.setMobile(fromXpm.getMobile());
                case "fax" -> taken.setFax(fromXpm.getFax());
                case "website" -> taken.setWebsite(fromXpm.getWebsite());
                case "addresses.CONTACT" -> taken.setAddresses(withContact(taken.getAddresses(), fromXpm));
                default -> throw new IllegalArgumentException("only contact fields are taken from XPM, not " + path);
            }
        }
        return taken.build();
    }

    private static List<Address> withContact(List<Address> addresses, Entity fromXpm) {
        List<Address> changed = new ArrayList<>(addresses);
        changed.removeIf(ContactFields::isContact);
        fromXpm.getAddresses().stream().filter(ContactFields::isContact).forEach(changed::add);
        return changed;
    }

    private static boolean isContact(Address address) {
        return address.getUse() == AddressUse.CONTACT;
    }
}
