package com.nowinfinity.xpm.portal.signin;

import java.util.Optional;

/** Everybody who can sign in. */
@FunctionalInterface
public interface People {

    /** The person of this name and password; nothing tells which of the two was wrong. */
    Optional<Person> find(String name, String password);
}
