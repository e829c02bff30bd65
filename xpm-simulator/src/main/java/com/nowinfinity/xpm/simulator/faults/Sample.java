package com.nowinfinity.xpm.simulator.faults;

/** Bodies that no caller hopes for. */
public enum Sample {
    EMPTY,
    HTML,
    /** XPM's own way to decline: status ERROR with a text. */
    STATUS_ERROR,
    /** Status ERROR without any text. */
    STATUS_ERROR_SILENT,
    /** The gateway's JSON inside the XML API. */
    GATEWAY_JSON,
    /** The gateway's JSON with a quotation mark missing, as it was once recorded. */
    BROKEN_JSON,
    PLAIN_TEXT,
    /** XML with a character that XML does not allow. */
    INVALID_CHARACTERS,
    /** An external entity that wants to read a file. */
    DTD,
    /** Entities that grow a thousand million times. */
    ENTITIES,
    /** Elements within elements, twenty thousand deep. */
    NESTED,
    /** Well-formed, but not XPM's envelope. */
    WRONG_ROOT,
    /** An envelope without its status. */
    NO_STATUS,
    /** What the token endpoint says to a refresh token it no longer takes. */
    INVALID_GRANT;

    String contentType() {
        return switch (this) {
            case EMPTY, PLAIN_TEXT -> "text/plain; charset=utf-8";
            case HTML -> "text/html; charset=utf-8";
            case GATEWAY_JSON, BROKEN_JSON, INVALID_GRANT -> "application/json; charset=utf-8";
            case STATUS_ERROR, STATUS_ERROR_SILENT, INVALID_CHARACTERS, DTD, ENTITIES, NESTED, WRONG_ROOT, NO_STATUS ->
                "text/xml; charset=utf-8";
        };
    }

    String body(int status) {
        return switch (this) {
            case EMPTY -> "";
            case HTML -> "<!doctype html><html><body><h1>We'll be back soon</h1><p>proxy-7</body></html>";
            case PLAIN_TEXT -> "upstream connect error or disconnect/reset before headers";
            case STATUS_ERROR ->
                "<Response api-method=\"Any\"><Status>ERROR</Status><ErrorDescription>A field is not valid"
                        + "</ErrorDescription></Response>";
            case STATUS_ERROR_SILENT -> "<Response api-method=\"Any\"><Status>ERROR</Status></Response>";
            case GATEWAY_JSON ->
                "{\"Type\":null,\"Title\":\"" + title(status) + "\",\"Status\":" + status + ",\"Detail\":\""
                        + title(status) + "\",\"Instance\":\"0\",\"Extensions\":{}}";
            case BROKEN_JSON -> "{Status\":" + status + "}";
            case INVALID_CHARACTERS ->
                "<Response api-method=\"Any\"><Status>OK</Status><Client><UUID>1</UUID><Name>A\u0001B</Name>"
                        + "</Client></Response>";
            case DTD ->
                "<!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><Response api-method=\"Any\">"
                        + "<Status>OK</Status><Client><UUID>&e;</UUID><Name>&e;</Name></Client></Response>";
            case ENTITIES -> entities();
            case NESTED ->
                "<Response api-method=\"Any\"><Status>OK</Status>" + "<a>".repeat(20_000) + "</a>".repeat(20_000)
                        + "</Response>";
            case WRONG_ROOT -> "<Answer><Status>OK</Status></Answer>";
            case NO_STATUS -> "<Response api-method=\"Any\"></Response>";
            case INVALID_GRANT -> "{\"error\":\"invalid_grant\"}";
        };
    }

    private static String entities() {
        StringBuilder dtd = new StringBuilder("<!DOCTYPE r [<!ENTITY e0 \"ha\">");
        for (int i = 1; i < 10; i++) {
            String before = "&e" + (i - 1) + ";";
            dtd.append("<!ENTITY e")
                    .append(i)
                    .append(" \"")
                    .append(before.repeat(10))
                    .append("\">");
        }
        return dtd + "]><Response api-method=\"Any\"><Status>OK</Status><Client><UUID>1</UUID><Name>&e9;</Name>"
                + "</Client></Response>";
    }

    private static String title(int status) {
        return switch (status) {
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 503 -> "ServiceNotAvailable";
            default -> "Unexpected";
        };
    }
}
