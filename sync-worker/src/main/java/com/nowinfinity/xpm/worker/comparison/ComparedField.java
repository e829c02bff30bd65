package com.nowinfinity.xpm.worker.comparison;

import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.api.practice.PostalAddress;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.AddressUse;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.Severity;
import com.nowinfinity.xpm.worker.normal.Capitals;
import com.nowinfinity.xpm.worker.normal.Dates;
import com.nowinfinity.xpm.worker.normal.Names;
import com.nowinfinity.xpm.worker.normal.Numbers;
import com.nowinfinity.xpm.worker.normal.PersonName;
import com.nowinfinity.xpm.worker.normal.Phones;
import com.nowinfinity.xpm.worker.normal.PlainAddress;
import com.nowinfinity.xpm.worker.normal.Text;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The fields that both sides hold, one constant each: its path in the entity's JSON, whom it applies to, where each
 * side keeps it, and the form in which it is compared. Adding a field starts here (docs/adding-a-field.md).
 */
@SuppressWarnings("ImmutableEnumChecker") // its functions are lambdas without state
public enum ComparedField {
    NAME(
            "name",
            Severity.MEDIUM,
            ComparedField::isFirm,
            Entity::getName,
            PracticeClient::name,
            Names::firm,
            Capitals::line,
            ClientElement.NAME),
    TITLE(
            "person.title",
            Severity.LOW,
            ComparedField::isPerson,
            Entity::getPersonTitle,
            client -> client.person().title(),
            Text::words,
            Capitals::person,
            ClientElement.TITLE),
    FIRST_NAME(
            "person.firstName",
            Severity.MEDIUM,
            PersonName::first,
            Entity::getPersonFirstName,
            ClientElement.FIRST_NAME),
    MIDDLE_NAME(
            "person.middleName",
            Severity.LOW,
            PersonName::middle,
            Entity::getPersonMiddleName,
            ClientElement.MIDDLE_NAME),
    LAST_NAME("person.lastName", Severity.MEDIUM, PersonName::last, Entity::getPersonLastName, ClientElement.LAST_NAME),
    DATE_OF_BIRTH(
            "person.dateOfBirth",
            Severity.HIGH,
            ComparedField::isPerson,
            Entity::getPersonDateOfBirth,
            client -> text(client.person().dateOfBirth()),
            Dates::form,
            ClientElement.DATE_OF_BIRTH),
    ACN(
            "acn",
            Severity.HIGH,
            kind -> kind == EntityKind.COMPANY,
            Entity::getAcn,
            client -> client.registration().companyNumber(),
            Numbers::digits,
            ClientElement.COMPANY_NUMBER),
    ABN(
            "abn",
            Severity.HIGH,
            kind -> true,
            Entity::getAbn,
            client -> client.registration().businessNumber(),
            Numbers::digits,
            ClientElement.BUSINESS_NUMBER),
    EMAIL(
            "email",
            Severity.LOW,
            kind -> true,
            Entity::getEmail,
            client -> client.contact().email(),
            Text::caseless,
            Capitals::online,
            ClientElement.EMAIL),
    PHONE(
            "phone",
            Severity.LOW,
            kind -> true,
            Entity::getPhone,
            client -> client.contact().phone(),
            Phones::form,
            ClientElement.PHONE),
    FAX(
            "fax",
            Severity.LOW,
            kind -> true,
            Entity::getFax,
            client -> client.contact().fax(),
            Phones::form,
            ClientElement.FAX),
    WEBSITE(
            "website",
            Severity.LOW,
            kind -> true,
            Entity::getWebsite,
            client -> client.contact().website(),
            Text::website,
            Capitals::online,
            ClientElement.WEBSITE),
    PRINCIPAL_PLACE(
            AddressUse.PRINCIPAL_PLACE,
            kind -> isFirm(kind) || kind == EntityKind.SOLE_TRADER,
            PracticeClient::physicalAddress,
            ClientPatch::physicalAddress),
    RESIDENTIAL(
            AddressUse.RESIDENTIAL,
            ComparedField::isPerson,
            PracticeClient::physicalAddress,
            ClientPatch::physicalAddress),
    CONTACT(AddressUse.CONTACT, kind -> true, PracticeClient::postalAddress, ClientPatch::postalAddress);

    /**
     * One side's value.
     *
     * @param shown as people read it; null when blank
     * @param form as it is compared; null when blank
     */
    public record Value(@Nullable String shown, @Nullable String form) {}

    private static final Value BLANK = new Value(null, null);

    @FunctionalInterface
    private interface Normal {
        @Nullable
        String form(String shown);
    }

    /** How what we hold is spelt for XPM. */
    @FunctionalInterface
    private interface Spelling {
        @Nullable
        String of(@Nullable String typed);
    }

    private final String path;
    private final Severity severity;
    private final Predicate<EntityKind> applies;
    private final Function<Entity, Value> ours;
    private final Function<PracticeClient, Value> theirs;
    private final BiFunction<ClientPatch, Entity, ClientPatch> writing;
    private final Function<PracticeClient, Set<ClientElement>> addressParts;

    ComparedField(
            String path,
            Severity severity,
            Predicate<EntityKind> applies,
            Function<Entity, @Nullable String> ours,
            Function<PracticeClient, @Nullable String> theirs,
            Normal normal,
            ClientElement element) {
        this(path, severity, applies, ours, theirs, normal, Text::tidy, element);
    }

    ComparedField(
            String path,
            Severity severity,
            Predicate<EntityKind> applies,
            Function<Entity, @Nullable String> ours,
            Function<PracticeClient, @Nullable String> theirs,
            Normal normal,
            Spelling spelling,
            ClientElement element) {
        this.path = path;
        this.severity = severity;
        this.applies = applies;
        this.ours = entity -> value(ours.apply(entity), normal);
        this.theirs = client -> value(theirs.apply(client), normal);
        this.writing = (patch, entity) -> patch.set(element, spelling.of(ours.apply(entity)));
        this.addressParts = client -> Set.of();
    }

    /** A part of a person's name: compared as the whole name reads, written as typed. */
    ComparedField(
            String path,
            Severity severity,
            Function<PersonName, @Nullable String> part,
            Function<Entity, @Nullable String> typed,
            ClientElement element) {
        this.path = path;
        this.severity = severity;
        this.applies = ComparedField::isPerson;
        this.ours = entity -> value(part.apply(People.of(entity)), Names::part);
        this.theirs = client -> value(part.apply(People.of(client)), Names::part);
        this.writing = (patch, entity) -> patch.set(element, Capitals.person(typed.apply(entity)));
        this.addressParts = client -> Set.of();
    }

    ComparedField(
            AddressUse use,
            Predicate<EntityKind> applies,
            Function<PracticeClient, @Nullable PostalAddress> theirs,
            BiFunction<ClientPatch, PostalAddress, ClientPatch> writing) {
        this.path = "addresses." + use.name();
        this.severity = use == AddressUse.CONTACT ? Severity.LOW : Severity.MEDIUM;
        this.applies = applies;
        this.ours = entity -> value(Addresses.forXpm(entity, use));
        this.theirs = client -> value(Addresses.of(theirs.apply(client)));
        this.writing = (patch, entity) -> writing.apply(patch, Addresses.toWrite(entity, use));
        this.addressParts = client -> writing.apply(ClientPatch.NONE, Addresses.inTheWay(theirs.apply(client)))
                .elements()
                .keySet();
    }

    /** Whether it is one of the fields that the portal may take from XPM (domain 1.3). */
    public boolean isContact() {
        return switch (this) {
            // How a person is addressed, the salutation, stands in no register.
            case TITLE, EMAIL, PHONE, FAX, WEBSITE, CONTACT -> true;
            case NAME, FIRST_NAME, MIDDLE_NAME, LAST_NAME, DATE_OF_BIRTH, ACN, ABN, PRINCIPAL_PLACE, RESIDENTIAL ->
                false;
        };
    }

    /** Whether we hold something that may stand in XPM: a number that fails its check may not. */
    public boolean isWritable(Entity entity) {
        String form = ours(entity).form();
        return form != null && (!isNumber() || isValidNumber(form));
    }

    /** The patch with our value of this field in it; unchanged where we hold none that may be written. */
    public ClientPatch write(ClientPatch patch, Entity entity) {
        return isNumber() && !isWritable(entity) ? patch : writing.apply(patch, entity);
    }

    /**
     * The same in place of what a client shows. An address is one field: the parts that ours leaves blank are emptied,
     * or those of another address would stand beside it.
     */
    public ClientPatch replace(ClientPatch patch, Entity entity, PracticeClient standing) {
        if (!isWritable(entity)) {
            return patch;
        }
        ClientPatch replaced = write(patch, entity);
        for (ClientElement part : addressParts.apply(standing)) {
            replaced = replaced.elements().containsKey(part) ? replaced : replaced.clear(part);
        }
        return replaced;
    }

    /** The field at a path of the contract; empty for paths that XPM has no place for. */
    public static Optional<ComparedField> at(String path) {
        return Arrays.stream(values()).filter(field -> field.path.equals(path)).findFirst();
    }

    public String path() {
        return path;
    }

    Severity severity() {
        return severity;
    }

    public boolean appliesTo(EntityKind kind) {
        return applies.test(kind);
    }

    public Value ours(Entity entity) {
        return ours.apply(entity);
    }

    public Value theirs(PracticeClient client) {
        return theirs.apply(client);
    }

    /** Whether we hold just what was agreed on. */
    public boolean isAgreed(Entity entity, Base base) {
        String agreed = base.of(path);
        return Objects.equals(ours(entity).form(), agreed) || Sameness.isHome(this, entity, agreed);
    }

    boolean isNumber() {
        return this == ACN || this == ABN;
    }

    boolean isValidNumber(String form) {
        return this == ACN ? Numbers.validAcn(form) != null : Numbers.validAbn(form) != null;
    }

    /** Whether ASIC's register holds it of the people who hold offices. */
    boolean isRegisteredOfPeople() {
        return switch (this) {
            case FIRST_NAME, MIDDLE_NAME, LAST_NAME, DATE_OF_BIRTH, RESIDENTIAL -> true;
            case NAME, TITLE, ACN, ABN, EMAIL, PHONE, FAX, WEBSITE, PRINCIPAL_PLACE, CONTACT -> false;
        };
    }

    public static boolean isPerson(EntityKind kind) {
        return kind == EntityKind.INDIVIDUAL || kind == EntityKind.SOLE_TRADER;
    }

    private static boolean isFirm(EntityKind kind) {
        return !isPerson(kind);
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    private static Value value(@Nullable String typed, Normal normal) {
        String shown = Text.tidy(typed);
        return shown == null ? BLANK : new Value(shown, normal.form(shown));
    }

    private static Value value(PlainAddress address) {
        String form = address.form();
        return form == null ? BLANK : new Value(address.line(), form);
    }
}
