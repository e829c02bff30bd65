package com.nowinfinity.xpm.api.xml;

import com.nowinfinity.xpm.api.practice.ClientContact;
import com.nowinfinity.xpm.api.practice.ClientGroup;
import com.nowinfinity.xpm.api.practice.ClientReference;
import com.nowinfinity.xpm.api.practice.ContactDetails;
import com.nowinfinity.xpm.api.practice.PersonDetails;
import com.nowinfinity.xpm.api.practice.PostalAddress;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.api.practice.PracticeDetails;
import com.nowinfinity.xpm.api.practice.Registration;
import com.nowinfinity.xpm.api.practice.StaffReference;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a client. Null stands for one without an id, with which nothing can be done. */
public final class ClientXml {

    private ClientXml() {}

    public static @Nullable PracticeClient read(XmlElement client) {
        String id = client.text("UUID");
        if (id == null) {
            return null;
        }
        return new PracticeClient(
                id,
                Objects.requireNonNullElse(client.text("Name"), ""),
                person(client),
                new ContactDetails(
                        client.text("Email"), client.text("Phone"), client.text("Fax"), client.text("Website")),
                address(client, "Address", ""),
                address(client, "PostalAddress", "Postal"),
                registration(client),
                practice(client),
                client.yes("IsProspect"),
                client.yes("IsArchived"),
                client.yes("IsDeleted"),
                client.items("Contacts", "Contact", ClientXml::contact),
                client.items("Groups", "Group", ClientXml::group),
                client.items("Relationships", "Relationship", RelationshipXml::read));
    }

    /** A group, as it stands under a client or in the list of groups. */
    public static @Nullable ClientGroup group(XmlElement group) {
        String id = group.text("UUID");
        return id == null ? null : new ClientGroup(id, group.text("Name"));
    }

    /** Another client, as a group or a relationship names it. */
    public static @Nullable ClientReference reference(@Nullable XmlElement client) {
        String id = client == null ? null : client.text("UUID");
        return client == null || id == null ? null : new ClientReference(id, client.text("Name"));
    }

    private static PersonDetails person(XmlElement client) {
        return new PersonDetails(
                client.text("Title"),
                client.text("FirstName"),
                client.text("MiddleName"),
                client.text("LastName"),
                client.text("OtherName"),
                client.value("DateOfBirth", XmlValues::date),
                client.value("DateOfDeath", XmlValues::date));
    }

    private static @Nullable PostalAddress address(XmlElement client, String street, String prefix) {
        PostalAddress address = new PostalAddress(
                client.text(street),
                client.text(prefix + "City"),
                client.text(prefix + "Region"),
                client.text(prefix + "PostCode"),
                client.text(prefix + "Country"));
        boolean blank = Stream.of(
                        address.street(), address.city(), address.region(), address.postCode(), address.country())
                .allMatch(Objects::isNull);
        return blank ? null : address;
    }

    private static Registration registration(XmlElement client) {
        return new Registration(
                client.text("TaxNumber"),
                client.text("CompanyNumber"),
                client.text("BusinessNumber"),
                client.text("BusinessStructure"),
                client.value("BalanceMonth", XmlValues::month));
    }

    private static PracticeDetails practice(XmlElement client) {
        return new PracticeDetails(
                staff(client.child("AccountManager")),
                staff(client.child("JobManager")),
                client.text("ClientCode"),
                client.text("ExportCode"),
                client.text("WebUrl"));
    }

    private static @Nullable StaffReference staff(@Nullable XmlElement member) {
        if (member == null || (member.text("UUID") == null && member.text("Name") == null)) {
            return null;
        }
        return new StaffReference(member.text("UUID"), member.text("Name"));
    }

    private static ClientContact contact(XmlElement contact) {
        return new ClientContact(
                contact.text("UUID"),
                contact.text("Name"),
                contact.text("Email"),
                contact.text("Phone"),
                contact.text("Mobile"),
                contact.text("Salutation"),
                contact.text("Addressee"),
                contact.text("Position"),
                contact.yes("IsPrimary"),
                contact.yes("IsDeleted"));
    }
}
