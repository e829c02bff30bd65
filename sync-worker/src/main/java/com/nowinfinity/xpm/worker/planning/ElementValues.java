package com.nowinfinity.xpm.worker.planning;

import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.api.practice.PostalAddress;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.api.practice.StaffReference;
import com.nowinfinity.xpm.worker.normal.Names;
import com.nowinfinity.xpm.worker.normal.Numbers;
import com.nowinfinity.xpm.worker.normal.Phones;
import com.nowinfinity.xpm.worker.normal.PlainAddress;
import com.nowinfinity.xpm.worker.normal.Text;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a client shows in each element that can be written. */
public final class ElementValues {

    private static final Set<ClientElement> NAME_PARTS = EnumSet.of(
            ClientElement.TITLE,
            ClientElement.FIRST_NAME,
            ClientElement.MIDDLE_NAME,
            ClientElement.LAST_NAME,
            ClientElement.OTHER_NAME);

    private static final List<ClientElement> PHYSICAL = List.of(
            ClientElement.STREET,
            ClientElement.CITY,
            ClientElement.REGION,
            ClientElement.POST_CODE,
            ClientElement.COUNTRY);

    private static final List<ClientElement> POSTAL = List.of(
            ClientElement.POSTAL_STREET,
            ClientElement.POSTAL_CITY,
            ClientElement.POSTAL_REGION,
            ClientElement.POSTAL_POST_CODE,
            ClientElement.POSTAL_COUNTRY);

    /** By what a practice files its clients, whoever created them. */
    private static final Set<ClientElement> FILING = EnumSet.of(
            ClientElement.PARTNER_ID, ClientElement.MANAGER_ID, ClientElement.BALANCE_MONTH, ClientElement.CLIENT_CODE);

    private ElementValues() {}

    /** As a patch would carry it; null when blank. */
    public static @Nullable String of(PracticeClient client, ClientElement element) {
        return switch (element) {
            case NAME -> client.name();
            case TITLE -> client.person().title();
            case FIRST_NAME -> client.person().firstName();
            case MIDDLE_NAME -> client.person().middleName();
            case LAST_NAME -> client.person().lastName();
            case OTHER_NAME -> client.person().otherName();
            case DATE_OF_BIRTH -> text(client.person().dateOfBirth());
            case DATE_OF_DEATH -> text(client.person().dateOfDeath());
            case EMAIL -> client.contact().email();
            case PHONE -> client.contact().phone();
            case FAX -> client.contact().fax();
            case WEBSITE -> client.contact().website();
            case STREET -> part(client.physicalAddress(), PostalAddress::street);
            case CITY -> part(client.physicalAddress(), PostalAddress::city);
            case REGION -> part(client.physicalAddress(), PostalAddress::region);
            case POST_CODE -> part(client.physicalAddress(), PostalAddress::postCode);
            case COUNTRY -> part(client.physicalAddress(), PostalAddress::country);
            case POSTAL_STREET -> part(client.postalAddress(), PostalAddress::street);
            case POSTAL_CITY -> part(client.postalAddress(), PostalAddress::city);
            case POSTAL_REGION -> part(client.postalAddress(), PostalAddress::region);
            case POSTAL_POST_CODE -> part(client.postalAddress(), PostalAddress::postCode);
            case POSTAL_COUNTRY -> part(client.postalAddress(), PostalAddress::country);
            case PARTNER_ID -> id(client.practice().partner());
            case MANAGER_ID -> id(client.practice().manager());
            case TAX_NUMBER -> client.registration().taxNumber();
            case COMPANY_NUMBER -> client.registration().companyNumber();
            case BUSINESS_NUMBER -> client.registration().businessNumber();
            case BUSINESS_STRUCTURE -> client.registration().businessStructure();
            case BALANCE_MONTH -> text(client.registration().balanceMonth());
            case CLIENT_CODE -> client.practice().clientCode();
        };
    }

    /** The patch with everything that stands beside it, for an XPM that forgets what is not named. */
    public static ClientPatch whole(ClientPatch patch, PracticeClient standing) {
        ClientPatch whole = patch;
        for (ClientElement element : ClientElement.values()) {
            // XPM shows the tax file number masked: what is shown must never be written.
            if (element != ClientElement.TAX_NUMBER && !patch.elements().containsKey(element)) {
                whole = whole.set(element, of(standing, element));
            }
        }
        return whole;
    }

    /** The elements that moved though the patch does not name them. */
    public static Set<ClientElement> movedBeside(ClientPatch patch, PracticeClient before, PracticeClient after) {
        Set<ClientElement> moved = EnumSet.noneOf(ClientElement.class);
        for (ClientElement element : ClientElement.values()) {
            if (!isTouched(element, patch) && !Objects.equals(of(before, element), of(after, element))) {
                moved.add(element);
            }
        }
        return moved;
    }

    /**
     * Whether a client shows what was sent for it and nothing besides, spelling and filing apart: what anybody has added
     * makes it somebody else's.
     */
    public static boolean showsJust(PracticeClient client, ClientPatch sent) {
        Function<ClientElement, @Nullable String> ours =
                element -> sent.elements().get(element);
        Function<ClientElement, @Nullable String> theirs = element -> of(client, element);
        Set<ClientElement> single = EnumSet.allOf(ClientElement.class);
        Stream.of(FILING, PHYSICAL, POSTAL).forEach(single::removeAll);
        return !client.prospect()
                && Stream.of(PHYSICAL, POSTAL)
                        .allMatch(parts -> Objects.equals(
                                address(parts, ours).form(),
                                address(parts, theirs).form()))
                && single.stream()
                        .filter(element -> !(element == ClientElement.NAME && hasNameParts(sent)))
                        .allMatch(element -> Objects.equals(
                                form(element, ours.apply(element)), form(element, theirs.apply(element))));
    }

    private static PlainAddress address(List<ClientElement> parts, Function<ClientElement, @Nullable String> values) {
        return new PlainAddress(
                values.apply(parts.get(0)),
                values.apply(parts.get(1)),
                values.apply(parts.get(2)),
                values.apply(parts.get(3)),
                values.apply(parts.get(4)));
    }

    private static @Nullable String form(ClientElement element, @Nullable String value) {
        return switch (element) {
            case EMAIL -> Text.caseless(value);
            case WEBSITE -> Text.website(value);
            case PHONE, FAX -> Phones.form(value);
            case TAX_NUMBER, COMPANY_NUMBER, BUSINESS_NUMBER -> Numbers.digits(value);
            case NAME,
                    TITLE,
                    FIRST_NAME,
                    MIDDLE_NAME,
                    LAST_NAME,
                    OTHER_NAME,
                    DATE_OF_BIRTH,
                    DATE_OF_DEATH,
                    STREET,
                    CITY,
                    REGION,
                    POST_CODE,
                    COUNTRY,
                    POSTAL_STREET,
                    POSTAL_CITY,
                    POSTAL_REGION,
                    POSTAL_POST_CODE,
                    POSTAL_COUNTRY,
                    PARTNER_ID,
                    MANAGER_ID,
                    BUSINESS_STRUCTURE,
                    BALANCE_MONTH,
                    CLIENT_CODE -> Names.part(value);
        };
    }

    private static boolean isTouched(ClientElement element, ClientPatch patch) {
        return patch.elements().containsKey(element) || (element == ClientElement.NAME && hasNameParts(patch));
    }

    /** A person's display name follows from its parts. */
    private static boolean hasNameParts(ClientPatch patch) {
        return patch.elements().keySet().stream().anyMatch(NAME_PARTS::contains);
    }

    private static @Nullable String part(
            @Nullable PostalAddress address, Function<PostalAddress, @Nullable String> part) {
        return address == null ? null : part.apply(address);
    }

    private static @Nullable String id(@Nullable StaffReference staff) {
        return staff == null ? null : staff.id();
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    private static @Nullable String text(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }
}
