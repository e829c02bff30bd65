package com.nowinfinity.xpm.simulator.identity;

import java.util.Set;

/** Who is behind a bearer token. */
public sealed interface Caller {

    /** A good token. */
    record Known(XeroUser user, String clientId, Set<String> scopes) implements Caller {}

    /** No token, or a bad or old one. */
    record Unknown(String detail) implements Caller {}
}
