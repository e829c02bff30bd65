package com.nowinfinity.xpm.simulator.practicemanager;

import com.nowinfinity.xpm.simulator.wire.Answer;
import com.nowinfinity.xpm.simulator.wire.Json;
import com.nowinfinity.xpm.simulator.wire.XmlWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The Response element around everything, status first. */
public final class Envelope {

    private static final String XML = "text/xml; charset=utf-8";

    private Envelope() {}

    /** Small answers, whose length is known before the first byte leaves. */
    static Answer ok(String apiMethod, XmlWriter.Document payload) {
        return whole(200, apiMethod, xml -> {
            xml.text("Status", "OK");
            payload.writeTo(xml);
        });
    }

    static Answer ok(String apiMethod) {
        return ok(apiMethod, xml -> {});
    }

    /** Answers of any size, written while they leave. */
    static Answer stream(String apiMethod, XmlWriter.Document payload) {
        return Answer.streamed(
                XML,
                out -> XmlWriter.write(
                        out,
                        xml -> xml.element("Response", "api-method", apiMethod, () -> {
                            xml.text("Status", "OK");
                            payload.writeTo(xml);
                        })));
    }

    public static Answer error(String apiMethod, RefusedException refused, Conventions.ErrorForm form) {
        return switch (form) {
            case ENVELOPE -> error(refused.status(), apiMethod, refused);
            case STATUS_AND_XML -> error(refused.statusByKind(), apiMethod, refused);
            case STATUS_AND_JSON -> error(refused.statusByKind(), refused);
            case SERVER_ERROR -> error(500, refused);
        };
    }

    private static Answer error(int status, String apiMethod, RefusedException refused) {
        return whole(status, apiMethod, xml -> xml.text("Status", "ERROR").text("ErrorDescription", refused.text()));
    }

    private static Answer error(int status, RefusedException refused) {
        return Json.answer(status, Map.of("status", "ERROR", "errorDescription", refused.text()));
    }

    private static Answer whole(int status, String apiMethod, XmlWriter.Document content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XmlWriter.write(bytes, xml -> xml.element("Response", "api-method", apiMethod, () -> content.writeTo(xml)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Answer.text(status, XML, bytes.toString(StandardCharsets.UTF_8));
    }
}
