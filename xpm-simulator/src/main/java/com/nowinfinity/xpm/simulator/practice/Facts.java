package com.nowinfinity.xpm.simulator.practice;

import org.jspecify.annotations.Nullable;

/** What one side says of a party, as far as both sides have a say; null = this side does not say. */
record Facts(
        @Nullable String title,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String fax,
        @Nullable String website,
        @Nullable Place place,
        @Nullable Place contact) {

    Facts withTitle(@Nullable String newTitle) {
        return new Facts(newTitle, email, phone, fax, website, place, contact);
    }

    Facts withEmail(@Nullable String newEmail) {
        return new Facts(title, newEmail, phone, fax, website, place, contact);
    }

    Facts withPhone(@Nullable String newPhone) {
        return new Facts(title, email, newPhone, fax, website, place, contact);
    }

    Facts withFax(@Nullable String newFax) {
        return new Facts(title, email, phone, newFax, website, place, contact);
    }

    Facts withPlace(@Nullable Place newPlace) {
        return new Facts(title, email, phone, fax, website, newPlace, contact);
    }

    Facts withWebsite(@Nullable String newWebsite) {
        return new Facts(title, email, phone, fax, newWebsite, place, contact);
    }

    Facts withContact(@Nullable Place newContact) {
        return new Facts(title, email, phone, fax, website, place, newContact);
    }
}
