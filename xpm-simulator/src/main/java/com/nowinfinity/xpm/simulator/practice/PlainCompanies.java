package com.nowinfinity.xpm.simulator.practice;

import com.nowinfinity.xpm.simulator.organisation.Change;
import com.nowinfinity.xpm.simulator.organisation.Client;
import com.nowinfinity.xpm.simulator.organisation.ClientElement;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Companies without anything around them, for those who need many organisations rather than a true one. */
public final class PlainCompanies {

    private static final int FIRST_NUMBER = 1_000_001;

    private PlainCompanies() {}

    /** The same arguments make the same companies; numbers are valid and differ within one organisation. */
    public static List<Change> generate(int companies, long seed, Instant modified) {
        Chance chance = new Chance(seed);
        Numbers numbers = new Numbers(chance);
        Words words = new Words(chance);
        return IntStream.range(0, companies)
                .<Change>mapToObj(index -> new Change.ClientPut(new Client(
                        chance.uuid(),
                        FIRST_NUMBER + index,
                        elements(index, numbers.acn(), words),
                        List.of(),
                        modified,
                        false)))
                .toList();
    }

    private static Map<ClientElement, String> elements(int index, String acn, Words words) {
        Map<ClientElement, String> elements = new EnumMap<>(ClientElement.class);
        elements.put(ClientElement.NAME, String.format(Locale.ROOT, "Fleet Holdings No %d Pty Ltd", index + 1));
        elements.put(ClientElement.PHONE, words.phone());
        elements.put(ClientElement.COMPANY_NUMBER, acn);
        elements.put(ClientElement.BUSINESS_STRUCTURE, "Company");
        return elements;
    }
}
