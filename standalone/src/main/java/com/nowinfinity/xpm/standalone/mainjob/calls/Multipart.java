package com.nowinfinity.xpm.standalone.mainjob.calls;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A {@code multipart/form-data} body, as a browser sends it. */
final class Multipart {

    private final String boundary;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    Multipart(String boundary) {
        this.boundary = boundary;
    }

    Multipart json(String name, byte[] content) {
        return part("form-data; name=\"" + name + "\"", "application/json", content);
    }

    Multipart file(String name, String fileName, String type, byte[] content) {
        return part("form-data; name=\"%s\"; filename=\"%s\"".formatted(name, fileName), type, content);
    }

    private Multipart part(String disposition, String type, byte[] content) {
        body.writeBytes("--%s\r\nContent-Disposition: %s\r\nContent-Type: %s\r\n\r\n"
                .formatted(boundary, disposition, type)
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        return this;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    byte[] bytes() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(body.toByteArray());
        whole.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return whole.toByteArray();
    }
}
