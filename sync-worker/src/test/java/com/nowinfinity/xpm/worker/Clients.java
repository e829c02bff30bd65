package com.nowinfinity.xpm.worker;

import com.nowinfinity.xpm.api.practice.ClientReference;
import com.nowinfinity.xpm.api.practice.ClientRelationship;
import com.nowinfinity.xpm.api.practice.ContactDetails;
import com.nowinfinity.xpm.api.practice.PersonDetails;
import com.nowinfinity.xpm.api.practice.PostalAddress;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.api.practice.PracticeDetails;
import com.nowinfinity.xpm.api.practice.Registration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** XPM's side of the samples, part by part. */
public final class Clients {

    private final String id;
    private String name;
    private PersonDetails person = PersonDetails.NONE;
    private ContactDetails contact = ContactDetails.NONE;
    private @Nullable PostalAddress physical;
    private @Nullable PostalAddress postal;
    private Registration registration = Registration.NONE;
    private @Nullable String clientCode;
    private boolean prospect;
    private boolean archived;
    private boolean deleted;
    private final List<ClientRelationship> relationships = new ArrayList<>();

    private Clients(String id, String name) {
        this.id = id;
        this.name = name;
    }

    public static Clients client(String id, String name) {
        return new Clients(id, name);
    }

    public Clients named(String newName) {
        name = newName;
        return this;
    }

    public Clients person(@Nullable String firstName, @Nullable String lastName, @Nullable String birth) {
        return person(new PersonDetails(
                null, firstName, null, lastName, null, birth == null ? null : LocalDate.parse(birth), null));
    }

    public Clients person(PersonDetails details) {
        person = details;
        return this;
    }

    public Clients contact(@Nullable String email, @Nullable String phone, @Nullable String website) {
        contact = new ContactDetails(email, phone, contact.fax(), website);
        return this;
    }

    public Clients fax(@Nullable String fax) {
        contact = new ContactDetails(contact.email(), contact.phone(), fax, contact.website());
        return this;
    }

    public Clients physical(@Nullable PostalAddress address) {
        physical = address;
        return this;
    }

    public Clients postal(@Nullable PostalAddress address) {
        postal = address;
        return this;
    }

    public Clients label(@Nullable String label) {
        registration = new Registration(
                registration.taxNumber(), registration.companyNumber(), registration.businessNumber(), label, null);
        return this;
    }

    public Clients acn(@Nullable String acn) {
        registration = new Registration(
                registration.taxNumber(), acn, registration.businessNumber(), registration.businessStructure(), null);
        return this;
    }

    public Clients abn(@Nullable String abn) {
        registration = new Registration(
                registration.taxNumber(), registration.companyNumber(), abn, registration.businessStructure(), null);
        return this;
    }

    public Clients taxNumber(String masked) {
        registration = new Registration(
                masked,
                registration.companyNumber(),
                registration.businessNumber(),
                registration.businessStructure(),
                null);
        return this;
    }

    public Clients code(String code) {
        clientCode = code;
        return this;
    }

    public Clients prospect() {
        prospect = true;
        return this;
    }

    public Clients archived() {
        archived = true;
        return this;
    }

    public Clients deleted() {
        deleted = true;
        return this;
    }

    public Clients related(String type, String relatedId, @Nullable String start, @Nullable String end) {
        return related(type, relatedId, start, end, null);
    }

    public Clients related(
            String type, String relatedId, @Nullable String start, @Nullable String end, @Nullable Long shares) {
        relationships.add(new ClientRelationship(
                "r-" + (relationships.size() + 1),
                type,
                new ClientReference(relatedId, "Name of " + relatedId),
                shares,
                null,
                start == null ? null : LocalDate.parse(start),
                end == null ? null : LocalDate.parse(end)));
        return this;
    }

    public Clients changing(UnaryOperator<ClientRelationship> change) {
        relationships.replaceAll(change);
        return this;
    }

    public Clients without(Predicate<ClientRelationship> dropped) {
        relationships.removeIf(dropped);
        return this;
    }

    public PracticeClient build() {
        return new PracticeClient(
                id,
                name,
                person,
                contact,
                physical,
                postal,
                registration,
                new PracticeDetails(null, null, clientCode, null, null),
                prospect,
                archived,
                deleted,
                List.of(),
                List.of(),
                relationships);
    }
}
