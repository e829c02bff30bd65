package com.nowinfinity.xpm.worker.comparison;

import static com.nowinfinity.xpm.worker.Entities.address;
import static com.nowinfinity.xpm.worker.Entities.entity;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.events.AddressUse;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ComparedFieldTest {

    @ParameterizedTest
    @CsvSource({
        "NAME,            name,                       firms,  MEDIUM, false",
        "TITLE,           person.title,               people, LOW,    true",
        "FIRST_NAME,      person.firstName,           people, MEDIUM, false",
        "MIDDLE_NAME,     person.middleName,          people, LOW,    false",
        "LAST_NAME,       person.lastName,            people, MEDIUM, false",
        "DATE_OF_BIRTH,   person.dateOfBirth,         people, HIGH,   false",
        "ACN,             acn,                        COMPANY, HIGH,  false",
        "ABN,             abn,                        all,    HIGH,   false",
        "EMAIL,           email,                      all,    LOW,    true",
        "PHONE,           phone,                      all,    LOW,    true",
        "FAX,             fax,                        all,    LOW,    true",
        "WEBSITE,         website,                    all,    LOW,    true",
        "PRINCIPAL_PLACE, addresses.PRINCIPAL_PLACE,  traders, MEDIUM, false",
        "RESIDENTIAL,     addresses.RESIDENTIAL,      people, MEDIUM, false",
        "CONTACT,         addresses.CONTACT,          all,    LOW,    true"
    })
    void pinsEachField(ComparedField field, String path, String whom, String severity, boolean contact) {
        assertThat(field.path()).isEqualTo(path);
        assertThat(ComparedField.at(path)).contains(field);
        assertThat(field.severity()).hasToString(severity);
        assertThat(field.isContact()).isEqualTo(contact);
        assertThat(Arrays.stream(EntityKind.values()).filter(field::appliesTo))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(EntityKind.values())
                        .filter(kind -> switch (whom) {
                            case "all" -> true;
                            case "people" -> ComparedField.isPerson(kind);
                            case "firms" -> !ComparedField.isPerson(kind);
                            case "traders" -> kind != EntityKind.INDIVIDUAL;
                            default -> kind == EntityKind.valueOf(whom);
                        })
                        .toList());
    }

    @Test
    void knowsNoOtherField() {
        assertThat(ComparedField.values()).hasSize(15);
        assertThat(ComparedField.at("addresses.REGISTERED_OFFICE")).isEmpty();
        assertThat(ComparedField.at("tfnTail")).isEmpty();
        assertThat(ComparedField.at("DIRECTOR:p-1")).isEmpty();
    }

    @Test
    void takesIndividualsAndSoleTradersForPeople() {
        assertThat(Arrays.stream(EntityKind.values()).filter(ComparedField::isPerson))
                .containsExactly(EntityKind.INDIVIDUAL, EntityKind.SOLE_TRADER);
    }

    @Test
    void writesEachFieldWhereXpmKeepsIt() {
        Entity full = full();

        assertThat(Arrays.stream(ComparedField.values())
                        .collect(Collectors.toMap(ComparedField::name, field -> elements(field, full))))
                .containsOnly(
                        Map.entry("NAME", "{NAME=Jo Smith}"),
                        Map.entry("TITLE", "{TITLE=Ms}"),
                        Map.entry("FIRST_NAME", "{FIRST_NAME=Jo}"),
                        Map.entry("MIDDLE_NAME", "{MIDDLE_NAME=Ann}"),
                        Map.entry("LAST_NAME", "{LAST_NAME=Smith}"),
                        Map.entry("DATE_OF_BIRTH", "{DATE_OF_BIRTH=1970-01-02}"),
                        Map.entry("ACN", "{COMPANY_NUMBER=004085616}"),
                        Map.entry("ABN", "{BUSINESS_NUMBER=53004085616}"),
                        Map.entry("EMAIL", "{EMAIL=jo@example.com}"),
                        Map.entry("PHONE", "{PHONE=03 9876 5432}"),
                        Map.entry("FAX", "{FAX=03 9876 5433}"),
                        Map.entry("WEBSITE", "{WEBSITE=example.com}"),
                        Map.entry("PRINCIPAL_PLACE", "{STREET=1 High St, CITY=Carlton, REGION=VIC, POST_CODE=3053}"),
                        Map.entry("RESIDENTIAL", "{}"),
                        Map.entry("CONTACT", "{}"));
    }

    @Test
    void writesAPersonsHomeAsThePhysicalAddressAndTheContactAddressAsThePostal() {
        Entity person = entity(EntityKind.INDIVIDUAL, "p-1", "Jo Smith")
                .setAddresses(address(AddressUse.RESIDENTIAL, "1 High St", "Carlton", "VIC", "3053"))
                .build();
        Entity reachable = entity(EntityKind.INDIVIDUAL, "p-1", "Jo Smith")
                .setAddresses(address(AddressUse.CONTACT, "PO Box 1", "Carlton", "VIC", "3053"))
                .build();

        assertThat(ComparedField.RESIDENTIAL.write(ClientPatch.NONE, person).elements())
                .containsEntry(ClientElement.STREET, "1 High St")
                .hasSize(4);
        assertThat(ComparedField.CONTACT.write(ClientPatch.NONE, reachable).elements())
                .containsEntry(ClientElement.POSTAL_STREET, "PO Box 1")
                .hasSize(4);
    }

    @ParameterizedTest
    @EnumSource
    void writesNothingWhereWeHoldNothing(ComparedField field) {
        Entity bare = entity(EntityKind.COMPANY, "c-1", " ").build();

        assertThat(field.ours(bare).form()).isNull();
        assertThat(field.write(ClientPatch.NONE, bare).isEmpty()).isTrue();
    }

    private static String elements(ComparedField field, Entity entity) {
        return field.write(ClientPatch.NONE, entity).elements().toString();
    }

    private static Entity full() {
        return entity(EntityKind.COMPANY, "c-1", "Jo Smith")
                .setPersonTitle("Ms")
                .setPersonFirstName("Jo")
                .setPersonMiddleName("Ann")
                .setPersonLastName(" Smith ")
                .setPersonDateOfBirth("1970-01-02")
                .setAcn("004085616")
                .setAbn("53004085616")
                .setEmail("jo@example.com")
                .setPhone("03 9876 5432")
                .setMobile("0412 345 678")
                .setFax("03 9876 5433")
                .setWebsite("example.com")
                .setAddresses(address(AddressUse.PRINCIPAL_PLACE, "1 High St", "Carlton", "VIC", "3053"))
                .build();
    }
}
