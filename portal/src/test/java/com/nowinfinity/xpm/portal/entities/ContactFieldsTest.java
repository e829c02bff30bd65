package com.nowinfinity.xpm.portal.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nowinfinity.xpm.events.Address;
import com.nowinfinity.xpm.events.AddressUse;
import com.nowinfinity.xpm.events.Entity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactFieldsTest {

    private static final Entity OURS = Entity.newBuilder()
            .setEntityId("c-1")
            .setName("Ours Pty Ltd")
            .setPhone("02 1111 1111")
            .setEmail("ours@example.com")
            .setAddresses(
                    List.of(address(AddressUse.PRINCIPAL_PLACE, "1 Ours St"), address(AddressUse.CONTACT, "PO Box 1")))
            .build();
    private static final Entity THEIRS = Entity.newBuilder()
            .setName("Theirs Pty Ltd")
            .setPersonTitle("Mrs")
            .setPhone("02 2222 2222")
            .setEmail("theirs@example.com")
            .setMobile("0400 000 000")
            .setFax("02 2222 2223")
            .setWebsite("https://theirs.example")
            .setAddresses(List.of(
                    address(AddressUse.PRINCIPAL_PLACE, "2 Theirs St"), address(AddressUse.CONTACT, "PO Box 2")))
            .build();

    @Test
    void takesTheNamedFieldsAndNothingElse() {
        Entity taken = ContactFields.taken(OURS, THEIRS, List.of("phone", "addresses.CONTACT"));

        assertThat(taken)
                .isEqualTo(Entity.newBuilder(OURS)
                        .setPhone("02 2222 2222")
                        .setAddresses(List.of(
                                address(AddressUse.PRINCIPAL_PLACE, "1 Ours St"),
                                address(AddressUse.CONTACT, "PO Box 2")))
                        .build());
    }

    @Test
    void takesEveryContactField() {
        Entity taken = ContactFields.taken(OURS, THEIRS, List.of("person.title", "email", "mobile", "fax", "website"));

        assertThat(taken.getPersonTitle()).isEqualTo("Mrs");
        assertThat(taken.getEmail()).isEqualTo("theirs@example.com");
        assertThat(taken.getMobile()).isEqualTo("0400 000 000");
        assertThat(taken.getFax()).isEqualTo("02 2222 2223");
        assertThat(taken.getWebsite()).isEqualTo("https://theirs.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "acn", "person.lastName", "addresses.PRINCIPAL_PLACE", "DIRECTOR:p-1", ""})
    void neverTakesWhatAsicGoverns(String path) {
        assertThatThrownBy(() -> ContactFields.taken(OURS, THEIRS, List.of(path)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Address address(AddressUse use, String street) {
        return Address.newBuilder().setUse(use).setStreet(street).build();
    }
}
