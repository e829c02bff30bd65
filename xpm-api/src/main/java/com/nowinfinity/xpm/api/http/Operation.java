package com.nowinfinity.xpm.api.http;

import com.nowinfinity.xpm.api.xml.XmlBody;

/**
 * One of the API's methods with its arguments.
 *
 * @param name such as {@code client.api/get}
 * @param rest of the address: a path segment, a query or nothing
 */
record Operation(String verb, String name, String rest, XmlBody body) {

    static Operation get(String name, String rest) {
        return new Operation("GET", name, rest, XmlBody.NONE);
    }

    static Operation post(String name, XmlBody body) {
        return new Operation("POST", name, "", body);
    }

    static Operation put(String name, XmlBody body) {
        return new Operation("PUT", name, "", body);
    }
}
