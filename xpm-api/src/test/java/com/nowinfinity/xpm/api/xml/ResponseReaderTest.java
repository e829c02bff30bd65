package com.nowinfinity.xpm.api.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nowinfinity.xpm.api.xml.XmlResponse.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseReaderTest {

    private static final String ANSWER = "<?xml version=\"1.0\"?><Response api-method='List'><Status>OK</Status>"
            + "<Clients><Client><UUID>c-1</UUID><Name>A &amp; B &#233;</Name><!-- c --><![CDATA[x]]></Client></Clients>"
            + "<Pagination><Links><First>https://example.com/?a=1&amp;b=2</First></Links></Pagination></Response>";

    private final List<XmlElement> found = new ArrayList<>();

    @Test
    void readsOneCollectionAndSkipsTheRest() throws IOException {
        XmlResponse response = read(ANSWER);

        assertThat(response.isOk()).isTrue();
        assertThat(found).singleElement().satisfies(client -> {
            assertThat(client.text("UUID")).isEqualTo("c-1");
            assertThat(client.text("Name")).isEqualTo("A & B é");
        });
    }

    @Test
    void readsAnErrorWithItsReason() throws IOException {
        XmlResponse response = read(
                "<Response><Status>ERROR</Status><ErrorDescription>Invalid &lt;thing&gt;</ErrorDescription></Response>");

        assertThat(response.isError()).isTrue();
        assertThat(response.problem()).isEqualTo("Invalid <thing>");
    }

    @Test
    void refusesARecordLargerThanAnyOfXpm() {
        String huge = "<Response><Status>OK</Status><Clients><Client>" + "<a>b</a>".repeat(60_000);

        assertThatThrownBy(() -> read(huge))
                .isInstanceOf(UnreadableAnswer.class)
                .hasMessageContaining("larger");
    }

    @Test
    void repeatsNothingOfWhatItCannotRead() {
        assertThatThrownBy(() -> read("<Response><Status>OK</Status>Hill, Jo 123456782</Respons>"))
                .isInstanceOf(UnreadableAnswer.class)
                .hasNoCause()
                .hasMessageNotContainingAny("Hill", "123456782");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void failsOnlyAsUnreadableWhateverComes(long seed) {
        Random random = new Random(seed);
        byte[] bytes = ANSWER.getBytes(UTF_8);
        for (int round = 0; round < 2_000; round++) {
            byte[] mangled = bytes.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                mangled[random.nextInt(mangled.length)] = (byte) random.nextInt(256);
            }
            readOrRefuse(mangled, random.nextInt(mangled.length) + 1);
        }
    }

    private void readOrRefuse(byte[] body, int length) {
        try {
            ResponseReader.read(new ByteArrayInputStream(body, 0, length), UTF_8, part());
        } catch (UnreadableAnswer refused) {
            assertThat(refused.shape()).isNotBlank();
        } catch (IOException | RuntimeException other) {
            throw new AssertionError(new String(body, 0, length, UTF_8), other);
        }
    }

    private XmlResponse read(String body) throws IOException {
        return ResponseReader.read(new ByteArrayInputStream(body.getBytes(UTF_8)), UTF_8, part());
    }

    private Part part() {
        return new Part("Clients", Set.of("Client"), found::add);
    }
}
