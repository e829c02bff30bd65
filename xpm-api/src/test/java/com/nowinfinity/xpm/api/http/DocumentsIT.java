package com.nowinfinity.xpm.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.XpmException.NotSent;
import com.nowinfinity.xpm.api.practice.DocumentContent;
import com.nowinfinity.xpm.api.practice.DocumentContent.Source;
import com.nowinfinity.xpm.api.practice.DocumentDraft;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A document travels in BASE64 inside the XML, and only whole. */
class DocumentsIT extends ServedByScript {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 24_575, 24_576, 24_577, 700_001})
    void arriveAsTheyWere(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        server.playing(WireServer.xml("<Response><Status>OK</Status><UUID>d-1</UUID></Response>"));

        var id = xpm.addDocument(CALL, draft(size, () -> new ByteArrayInputStream(bytes)));

        assertThat(id.value()).contains("d-1");
        String body = server.only().body();
        assertThat(server.only().headers()).containsEntry("content-length", String.valueOf(body.length()));
        assertThat(body)
                .contains("<Document><ClientUUID>" + CLIENT_ID + "</ClientUUID><Title>Deed &lt;1></Title>"
                        + "<Folder>Legal</Folder><FileName>deed.pdf</FileName><Content>")
                .endsWith("</Content></Document>");
        String content = body.substring(body.indexOf("<Content>") + 9, body.indexOf("</Content>"));
        assertThat(Base64.getDecoder().decode(content)).isEqualTo(bytes);
    }

    @Test
    void areDoneWithABareOk() {
        server.playing(WireServer.xml("<Response><Status>OK</Status></Response>"));

        assertThat(xpm.addDocument(CALL, draft(1, () -> new ByteArrayInputStream(new byte[1])))
                        .value())
                .isEmpty();
    }

    @Test
    void areNotSentWhenTheyCannotBeOpened() {
        NotSent notSent = failure(
                NotSent.class,
                () -> xpm.addDocument(CALL, draft(10, () -> {
                    throw new FileNotFoundException("gone");
                })));

        assertThat(notSent.mayHaveBeenApplied()).isFalse();
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void areNotSentWhenTheyBreakOff() {
        InputStream breaking = new FilterInputStream(new ByteArrayInputStream(new byte[100_000])) {
            private int blocks;

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                if (++blocks > 3) {
                    throw new IOException("broken");
                }
                return super.read(buffer, offset, Math.min(length, 10_000));
            }
        };

        failure(NotSent.class, () -> xpm.addDocument(CALL, draft(100_000, () -> breaking)));

        assertThat(server.seen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 50_000, 99_999, 100_001, 200_000})
    void areNotSentWhenTheyHaveAnotherSizeThanAnnounced(int size) {
        failure(
                NotSent.class,
                () -> xpm.addDocument(CALL, draft(100_000, () -> new ByteArrayInputStream(new byte[size]))));

        assertThat(server.seen()).isEmpty();
    }

    private static DocumentDraft draft(long size, Source source) {
        return new DocumentDraft(CLIENT_ID, "Deed <1>", null, "Legal", "deed.pdf", new DocumentContent(size, source));
    }
}
