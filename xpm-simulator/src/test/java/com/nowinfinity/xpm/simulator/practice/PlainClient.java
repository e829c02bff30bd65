package com.nowinfinity.xpm.simulator.practice;

import com.nowinfinity.xpm.simulator.organisation.Client;
import com.nowinfinity.xpm.simulator.organisation.ClientElement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A client as it shows in XPM, and by what it can be found. */
record PlainClient(Client client, @Nullable PortalKind kind) {

    private static final Set<PortalKind> PEOPLE = Set.of(PortalKind.INDIVIDUAL, PortalKind.SOLE_TRADER);

    static Map<String, PortalKind> meanings(List<Practice.LabelRow> labels) {
        Map<String, PortalKind> meanings = new HashMap<>();
        for (Practice.LabelRow row : labels) {
            for (String label : row.labels().split(", ", -1)) {
                meanings.put(
                        label.toLowerCase(Locale.ROOT),
                        PortalKind.valueOf(row.structure().split("\\.", -1)[0]));
            }
        }
        return meanings;
    }

    String id() {
        return client.id();
    }

    boolean isLive() {
        return client.isCurrent() && !client.isProspect();
    }

    String text(ClientElement element) {
        return client.elements().getOrDefault(element, "");
    }

    String companyNumber() {
        return PlainForms.digits(text(ClientElement.COMPANY_NUMBER));
    }

    String businessNumber() {
        return PlainForms.digits(text(ClientElement.BUSINESS_NUMBER));
    }

    Set<String> numbers() {
        return Stream.of(companyNumber(), businessNumber()).collect(Collectors.toSet());
    }

    boolean isCompatible(PortalKind with) {
        return kind == null
                || kind == with
                || (PEOPLE.contains(kind) && PEOPLE.contains(with))
                || Set.of(PortalKind.TRUST, PortalKind.SUPER_FUND).containsAll(Set.of(kind, with));
    }

    Set<String> firstNames() {
        return names(text(ClientElement.FIRST_NAME), text(ClientElement.OTHER_NAME));
    }

    static Set<String> names(@Nullable String... names) {
        Set<String> all = new HashSet<>();
        for (String name : names) {
            if (!PlainForms.words(name).isEmpty()) {
                all.add(PlainForms.words(name));
            }
        }
        return all;
    }
}
