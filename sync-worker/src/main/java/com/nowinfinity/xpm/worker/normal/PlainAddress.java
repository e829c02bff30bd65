package com.nowinfinity.xpm.worker.normal;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An address of either side. Compared as one value: {@link #form()}.
 *
 * @param region state or territory, short or long
 */
public record PlainAddress(
        @Nullable String street,
        @Nullable String city,
        @Nullable String region,
        @Nullable String postcode,
        @Nullable String country) {

    private static final int POSTCODE_DIGITS = 4;

    public boolean isBlank() {
        return Stream.of(street, city, region, postcode).allMatch(part -> Text.tidy(part) == null);
    }

    /** Outside Australia, by the country that it names. */
    public boolean isAbroad() {
        return Regions.country(country) != null;
    }

    /** The form in which addresses are compared; null when blank. The country counts only when it is not Australia. */
    public @Nullable String form() {
        if (isBlank()) {
            return null;
        }
        return Stream.of(
                        StreetLine.form(street),
                        StreetLine.city(city),
                        Regions.state(region),
                        postcodeForm(),
                        Regions.country(country))
                .map(part -> part == null ? "" : part)
                .collect(Collectors.joining("|"));
    }

    /** One line for people. */
    public String line() {
        return Stream.of(street, city, region, postcode, country)
                .map(Text::tidy)
                .filter(part -> part != null)
                .collect(Collectors.joining(", "));
    }

    /** The zero that postcodes of the Northern Territory begin with gets lost in spreadsheets. */
    private @Nullable String postcodeForm() {
        String words = Text.words(postcode);
        String form = words == null ? null : words.replace(" ", "");
        return form != null && Regions.country(country) == null && form.matches("\\d{" + (POSTCODE_DIGITS - 1) + "}")
                ? "0" + form
                : form;
    }
}
