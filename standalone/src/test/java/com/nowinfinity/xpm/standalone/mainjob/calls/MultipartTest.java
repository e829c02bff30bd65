package com.nowinfinity.xpm.standalone.mainjob.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MultipartTest {

    @Test
    void writesMultipartAsABrowserDoes() {
        byte[] body = new Multipart("b")
                .json("document", new byte[] {'{', '}'})
                .file("file", "a.pdf", "application/pdf", new byte[] {'%'})
                .bytes();

        assertThat(new String(body, StandardCharsets.US_ASCII).replace("\r\n", "\n"))
                .isEqualTo("""
                        --b
                        Content-Disposition: form-data; name="document"
                        Content-Type: application/json

                        {}
                        --b
                        Content-Disposition: form-data; name="file"; filename="a.pdf"
                        Content-Type: application/pdf

                        %
                        --b--
                        """);
        assertThat(new String(body, StandardCharsets.US_ASCII).replace("\r\n", ""))
                .doesNotContain("\n", "\r");
    }
}
