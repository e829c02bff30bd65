package com.nowinfinity.xpm.worker.planning;

import static com.nowinfinity.xpm.worker.Clients.client;
import static com.nowinfinity.xpm.worker.Entities.LABELS;
import static com.nowinfinity.xpm.worker.Entities.address;
import static com.nowinfinity.xpm.worker.Entities.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.api.practice.PersonDetails;
import com.nowinfinity.xpm.api.practice.PostalAddress;
import com.nowinfinity.xpm.events.AddressUse;
import com.nowinfinity.xpm.worker.Clients;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When a new client is the one that was sent (domain 1.8). */
class ElementValuesTest {

    private static final ClientPatch SENT = Writes.ofNew(
            person("p-1", "Mary", "Jones")
                    .setPersonMiddleName("Ann")
                    .setPersonDateOfBirth("1970-01-02")
                    .setPhone("02 9999 0000")
                    .setAbn("51 824 753 557")
                    .setAddresses(address(AddressUse.RESIDENTIAL, "4 Home St", "Carlton", "VIC", "3053"))
                    .build(),
            LABELS);

    @Test
    void takesWhatWasSentHoweverItIsSpelt() {
        assertThat(ElementValues.showsJust(mary().build(), SENT)).isTrue();
        assertThat(ElementValues.showsJust(
                        mary().named("Jones, Mary")
                                .contact(null, "(02) 9999-0000", null)
                                .physical(
                                        new PostalAddress("4 Home Street", "CARLTON", "Victoria", "3053", "Australia"))
                                .code("JON01")
                                .build(),
                        SENT))
                .isTrue();
    }

    static Stream<UnaryOperator<Clients>> leavesWhatDiffersFromWhatWasSent() {
        return Stream.of(
                client -> client.person(details("M", "Ann", "Jones")),
                client -> client.person(details("Mary", null, "Jones")),
                client -> client.person("Mary", "Jones", null),
                client -> client.label(null),
                client -> client.label("Sole Trader"),
                client -> client.contact("mary@example.com", "02 9999 0000", null),
                client -> client.contact(null, null, null),
                client -> client.abn("53004085616"),
                client -> client.postal(new PostalAddress("PO Box 1", "Carlton", "VIC", "3053", null)),
                client -> client.physical(null),
                client -> client.taxNumber("******782"),
                Clients::prospect);
    }

    @ParameterizedTest
    @MethodSource
    void leavesWhatDiffersFromWhatWasSent(UnaryOperator<Clients> change) {
        assertThat(ElementValues.showsJust(change.apply(mary()).build(), SENT)).isFalse();
    }

    private static Clients mary() {
        return client("x-1", "Mary Jones")
                .label("Individual")
                .person(details("Mary", "Ann", "Jones"))
                .contact(null, "02 9999 0000", null)
                .physical(new PostalAddress("4 Home St", "Carlton", "VIC", "3053", null));
    }

    private static PersonDetails details(String first, @Nullable String middle, String last) {
        return new PersonDetails(null, first, middle, last, null, LocalDate.of(1970, 1, 2), null);
    }
}
