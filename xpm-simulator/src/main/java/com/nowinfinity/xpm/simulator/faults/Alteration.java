package com.nowinfinity.xpm.simulator.faults;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ways to spoil XML that was right. */
public enum Alteration {
    /** The first UUID of a client, group, relationship or document is gone. */
    MISSING_UUID,
    /** The first UUID is empty. */
    EMPTY_UUID,
    /** The first UUID is another one: the same name under another identity. */
    OTHER_UUID,
    /** The first client of a list stands there twice. */
    DUPLICATED_CLIENT,
    /** A character that XML does not allow stands in the first name. */
    INVALID_CHARACTER,
    /** A document type with an entity stands before everything. */
    DOCTYPE,
    /** The last tag is missing. */
    UNCLOSED,
    /** Text follows the last tag. */
    TRAILING_TEXT,
    /** The status is neither OK nor ERROR. */
    ODD_STATUS;

    private static final Pattern UUID_ELEMENT = Pattern.compile("<UUID>[^<]*</UUID>");
    private static final Pattern CLIENT = Pattern.compile("<Client>.*?</Client>(?=<Client>|</Clients>)");

    String of(String xml) {
        return switch (this) {
            case MISSING_UUID -> UUID_ELEMENT.matcher(xml).replaceFirst("");
            case EMPTY_UUID -> UUID_ELEMENT.matcher(xml).replaceFirst("<UUID/>");
            case OTHER_UUID ->
                UUID_ELEMENT
                        .matcher(xml)
                        .replaceFirst(found -> "<UUID>"
                                + UUID.nameUUIDFromBytes(found.group().getBytes(StandardCharsets.UTF_8)) + "</UUID>");
            case DUPLICATED_CLIENT ->
                CLIENT.matcher(xml).replaceFirst(found -> Matcher.quoteReplacement(found.group() + found.group()));
            case INVALID_CHARACTER -> xml.replaceFirst("<Name>", "<Name>\u0001");
            case DOCTYPE -> "<!DOCTYPE Response [<!ENTITY e \"x\">]>" + xml;
            case UNCLOSED -> xml.replaceFirst("</Response>\\s*$", "");
            case TRAILING_TEXT -> xml + "<!-- --> and more";
            case ODD_STATUS -> xml.replaceFirst("<Status>OK</Status>", "<Status>MAYBE</Status>");
        };
    }
}
