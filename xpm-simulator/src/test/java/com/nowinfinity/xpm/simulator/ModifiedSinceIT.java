package com.nowinfinity.xpm.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.simulator.organisation.CustomField;
import com.nowinfinity.xpm.simulator.practicemanager.Conventions;
import com.nowinfinity.xpm.simulator.practicemanager.Reading;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What moves a client into {@code modifiedsince}: each question that sources leave open is a switch of its own. */
class ModifiedSinceIT {

    private final ManualClock clock = new ManualClock();
    private XpmSimulator simulator;
    private Driver xpm;

    @BeforeEach
    void start() throws IOException {
        simulator = XpmSimulator.start(SimulatorConfiguration.of(Driver.APP).withClock(clock));
        xpm = Driver.connectedTo(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Reading.class,
            names = {
                "RELATIONSHIPS_MODIFY",
                "GROUPS_MODIFY",
                "CUSTOM_FIELDS_MODIFY",
                "DOCUMENTS_MODIFY",
                "ARCHIVING_MODIFIES",
                "DELETING_MODIFIES"
            })
    void eachKindOfChangeMayCountOrNot(Reading reading) {
        for (boolean counts : new boolean[] {true, false}) {
            List<String> ids = List.of(added("One"), added("Two"));
            clock.move(Duration.ofMinutes(5));
            String since = "client.api/list?modifiedsince="
                    + clock.instant().toString().substring(0, 19);
            assertThat(Xml.of(xpm.get(since)).texts("//Client/UUID")).isEmpty();
            Conventions others = Conventions.strict();
            for (Reading other : Reading.values()) {
                others = other.name().endsWith("MODIFY") || other.name().endsWith("MODIFIES")
                        ? others.with(other, !counts)
                        : others;
            }
            simulator.readAs(others.with(reading, counts));

            List<String> concerned = change(reading, ids);

            assertThat(Xml.of(xpm.get(since)).texts("/Response/Clients/Client/UUID"))
                    .as(reading + " " + counts)
                    .containsExactlyInAnyOrderElementsOf(counts ? concerned : List.of());
            clock.move(Duration.ofMinutes(5));
        }
    }

    /** The clients that it concerns. */
    private List<String> change(Reading reading, List<String> ids) {
        String one = ids.getFirst();
        switch (reading) {
            case RELATIONSHIPS_MODIFY -> {
                accepted(xpm.post(
                        "client.api/addrelationship",
                        "<Relationship><ClientUUID>" + one + "</ClientUUID><RelatedClientUUID>" + ids.getLast()
                                + "</RelatedClientUUID><Type>Director</Type></Relationship>"));
                return ids;
            }
            case GROUPS_MODIFY ->
                accepted(xpm.post(
                        "clientgroup.api/add",
                        "<Group><Name>Family</Name><ClientUUID>" + one + "</ClientUUID></Group>"));
            case CUSTOM_FIELDS_MODIFY ->
                accepted(xpm.put(
                        "client.api/update/" + one + "/customfield",
                        "<CustomFields><CustomField><UUID>" + CustomField.REFERENCE.id()
                                + "</UUID><Text>x</Text></CustomField></CustomFields>"));
            case DOCUMENTS_MODIFY ->
                accepted(xpm.post(
                        "client.api/document",
                        "<Document><ClientUUID>" + one + "</ClientUUID><Title>T</Title><FileName>t.pdf</FileName>"
                                + "<Content>AAAA</Content></Document>"));
            case ARCHIVING_MODIFIES -> accepted(xpm.put("client.api/archive", uuid(one)));
            case DELETING_MODIFIES -> accepted(xpm.post("client.api/delete", uuid(one)));
            default -> throw new AssertionError(reading);
        }
        return List.of(one);
    }

    @Test
    void itsOwnSecondMayCountOrNot() {
        String id = added("Second");
        String since =
                "client.api/list?modifiedsince=" + clock.instant().toString().substring(0, 19);
        assertThat(Xml.of(xpm.get(since)).texts("//UUID")).contains(id);

        simulator.readAs(Conventions.strict().with(Reading.MODIFIED_SINCE_INCLUSIVE, false));

        assertThat(Xml.of(xpm.get(since)).texts("//UUID")).doesNotContain(id);
    }

    @Test
    void archivedClientsMayStayOutOfLists() {
        String id = added("Archived");
        xpm.put("client.api/archive", uuid(id));
        simulator.readAs(Conventions.strict().with(Reading.LIST_SHOWS_ARCHIVED, false));

        assertThat(Xml.of(xpm.get("client.api/list")).texts("//UUID")).doesNotContain(id);
    }

    private String added(String name) {
        return Xml.of(xpm.post("client.api/add", "<Client><Name>" + name + "</Name></Client>"))
                .text("//Client/UUID");
    }

    private static void accepted(HttpResponse<String> answer) {
        assertThat(Xml.of(answer).text("/Response/Status")).as(answer.body()).isEqualTo("OK");
    }

    private static String uuid(String id) {
        return "<Client><UUID>" + id + "</UUID></Client>";
    }
}
