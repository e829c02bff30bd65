package com.nowinfinity.xpm.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.simulator.organisation.CustomField;
import com.nowinfinity.xpm.simulator.practicemanager.Conventions;
import com.nowinfinity.xpm.simulator.practicemanager.Reading;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomFieldsIT {

    private XpmSimulator simulator;
    private Driver xpm;
    private String id;

    @BeforeEach
    void start() throws IOException {
        simulator = XpmSimulator.start(SimulatorConfiguration.of(Driver.APP));
        xpm = Driver.connectedTo(simulator);
        id = Xml.of(xpm.post("client.api/add", "<Client><Name>Fielded</Name></Client>"))
                .text("//Client/UUID");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void readsBackOnlyWhatIsFilled() {
        assertThat(Xml.of(xpm.get(values())).namesUnder("//CustomFields")).isEmpty();

        HttpResponse<String> answer = write(field(CustomField.REFERENCE, "<Text>DISC-123</Text>")
                + field(CustomField.REVIEW, "<Date>20260131</Date>")
                + field(CustomField.NEWSLETTER, "<Boolean>false</Boolean>"));

        assertThat(Xml.of(answer).namesUnder("/Response")).containsExactly("Status");
        Xml read = Xml.of(xpm.get(values()));
        assertThat(read.texts("//CustomField/Name")).containsExactly("Reference", "Next review");
        assertThat(read.text("//CustomField/Text")).isEqualTo("DISC-123");
        assertThat(read.text("//CustomField/Date")).isEqualTo("2026-01-31T00:00:00");
    }

    @Test
    void keepsWhatIsNotMentionedAndClearsWhatIsEmpty() {
        write(field(CustomField.REFERENCE, "<Text>one</Text>") + field(CustomField.FEE, "<Decimal>12.50</Decimal>"));
        write(field(CustomField.REFERENCE, "<Text/>"));

        assertThat(Xml.of(xpm.get(values())).texts("//CustomField/Decimal")).containsExactly("12.50");
        assertThat(Xml.of(xpm.get(values())).texts("//CustomField/Name")).containsExactly("Fee");
    }

    @ParameterizedTest
    @CsvSource({
        "00000000-0000-4000-8000-000000000000, <Text>x</Text>",
        "7d0c4a52-1f5e-4a8b-9a63-0c6f2b1e5d02, <Date>soon</Date>",
        "7d0c4a52-1f5e-4a8b-9a63-0c6f2b1e5d03, <Decimal>much</Decimal>",
    })
    void refusesFieldsAndValuesThatCannotBe(String fieldId, String value) {
        String wrong = "<CustomField><UUID>" + fieldId + "</UUID>" + value + "</CustomField>";

        assertThat(Xml.of(write(field(CustomField.REFERENCE, "<Text>one</Text>") + wrong))
                        .text("/Response/Status"))
                .isEqualTo("ERROR");
        assertThat(Xml.of(xpm.get(values())).namesUnder("//CustomFields"))
                .as("all or nothing")
                .isEmpty();
    }

    @Test
    void describesEachFieldWithTheElementOfItsValue() {
        simulator.readAs(Conventions.strict().with(Reading.CUSTOM_FIELDS_BY_CLIENT_SCOPE, true));

        Xml definitions = Xml.of(xpm.get("customfield.api/definition"));

        assertThat(definitions.texts("//CustomFieldDefinition/ValueElement"))
                .containsExactly("Text", "Date", "Decimal", "Boolean");
        assertThat(definitions.texts("//CustomFieldDefinition/UseClient")).containsOnly("true");
    }

    private String values() {
        return "client.api/get/" + id + "/customfield";
    }

    private HttpResponse<String> write(String fields) {
        return xpm.put("client.api/update/" + id + "/customfield", "<CustomFields>" + fields + "</CustomFields>");
    }

    private static String field(CustomField field, String value) {
        return "<CustomField><UUID>" + field.id() + "</UUID>" + value + "</CustomField>";
    }
}
