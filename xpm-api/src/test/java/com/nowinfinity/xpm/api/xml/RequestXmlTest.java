package com.nowinfinity.xpm.api.xml;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.practice.ClientDraft;
import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.api.practice.ContactDraft;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestXmlTest {

    @Test
    void escapesWhatWouldBreakOut() throws IOException {
        XmlBody body = new RequestXml(PersonDates.ISO)
                .addClient(ClientDraft.of(ClientPatch.NONE.set(
                        ClientElement.NAME, "</Name><TaxNumber>1</TaxNumber>&<!-- ]]> \"'\u0000 \ud83d\ude00")));

        assertThat(text(body))
                .contains("&lt;/Name>&lt;TaxNumber>1&lt;/TaxNumber>&amp;&lt;!-- ]]&gt; \"' \ud83d\ude00</Name>")
                .doesNotContain("\u0000");
        assertThat(body.length()).isEqualTo(text(body).getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void writesContactsWithoutBlanks() throws IOException {
        ClientDraft draft = new ClientDraft(
                ClientPatch.NONE.set(ClientElement.NAME, "A"),
                List.of(new ContactDraft("Jo", "jo@example.com", null, " ", "Director", true)));

        assertThat(text(new RequestXml(PersonDates.ISO).addClient(draft)))
                .endsWith("<Client><Name>A</Name><Contacts><Contact><Name>Jo</Name><Email>jo@example.com</Email>"
                        + "<Position>Director</Position><IsPrimary>Yes</IsPrimary></Contact></Contacts></Client>");
    }

    @Test
    void writesDatesAsThePracticeWantsThem() throws IOException {
        ClientPatch patch = ClientPatch.NONE.set(ClientElement.DATE_OF_BIRTH, LocalDate.of(1970, 11, 26));

        assertThat(text(new RequestXml(PersonDates.COMPACT).updateClient("c-1", patch)))
                .contains("<DateOfBirth>19701126</DateOfBirth>");
        assertThat(text(new RequestXml(PersonDates.ISO).updateClient("c-1", patch)))
                .contains("<DateOfBirth>1970-11-26</DateOfBirth>");
    }

    @Test
    void clearsADateWithAnEmptyElement() throws IOException {
        assertThat(text(new RequestXml(PersonDates.COMPACT)
                        .updateClient("c-1", ClientPatch.NONE.clear(ClientElement.DATE_OF_DEATH))))
                .contains("<DateOfDeath></DateOfDeath>");
    }

    private static String text(XmlBody body) throws IOException {
        try (InputStream in = body.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
