package com.nowinfinity.xpm.api.practice;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a client to write; XPM keeps what is not named. An empty value stands only where {@link #clear} put
 * it; characters that XML cannot carry are left out. Its text names the elements and never their values, since one of them is the tax file number.
 *
 * @param elements values by element, dates as ISO 8601, empty for "clear it"
 */
public record ClientPatch(Map<ClientElement, String> elements) {

    public static final ClientPatch NONE = new ClientPatch(Map.of());

    public ClientPatch {
        EnumMap<ClientElement, String> kept = new EnumMap<>(ClientElement.class);
        elements.forEach((element, value) -> {
            String legal = LegalText.of(value).strip();
            requireDate(element, legal);
            // What only looked like a value must not turn into "clear it".
            if (value.isEmpty() || !legal.isEmpty()) {
                kept.put(element, legal);
            }
        });
        elements = Collections.unmodifiableMap(kept);
    }

    /** With this element set; a null or blank value changes nothing. */
    public ClientPatch set(ClientElement element, @Nullable String value) {
        return value == null || value.isBlank() ? this : with(element, value);
    }

    public ClientPatch set(ClientElement element, @Nullable LocalDate value) {
        return value == null ? this : with(element, value.toString());
    }

    /** With the parts of an address that are there; to empty a part, clear it. */
    public ClientPatch physicalAddress(PostalAddress address) {
        return set(ClientElement.STREET, address.street())
                .set(ClientElement.CITY, address.city())
                .set(ClientElement.REGION, address.region())
                .set(ClientElement.POST_CODE, address.postCode())
                .set(ClientElement.COUNTRY, address.country());
    }

    /** As {@link #physicalAddress}, for the postal one. */
    public ClientPatch postalAddress(PostalAddress address) {
        return set(ClientElement.POSTAL_STREET, address.street())
                .set(ClientElement.POSTAL_CITY, address.city())
                .set(ClientElement.POSTAL_REGION, address.region())
                .set(ClientElement.POSTAL_POST_CODE, address.postCode())
                .set(ClientElement.POSTAL_COUNTRY, address.country());
    }

    /** With this element emptied in XPM. */
    public ClientPatch clear(ClientElement element) {
        if (element == ClientElement.NAME) {
            throw new IllegalArgumentException("A client keeps a name.");
        }
        return with(element, "");
    }

    public boolean isEmpty() {
        return elements.isEmpty();
    }

    @Override
    public String toString() {
        return "ClientPatch" + elements.keySet();
    }

    private ClientPatch with(ClientElement element, String value) {
        EnumMap<ClientElement, String> more = new EnumMap<>(ClientElement.class);
        more.putAll(elements);
        more.put(element, value);
        return new ClientPatch(more);
    }

    private static void requireDate(ClientElement element, String value) {
        if (element.isDate() && !value.isEmpty()) {
            LocalDate.parse(value);
        }
    }
}
