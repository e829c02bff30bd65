package com.nowinfinity.xpm.events;

import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/** Avro makes objects only of classes it was told to trust: those of this package, beside whatever the site allows. */
final class EventClasses {

    private static final ClassSecurityPredicate EVENTS =
            type -> type.getPackageName().equals(EventClasses.class.getPackageName());

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(ClassSecurityValidator.getGlobal(), EVENTS));
    }

    private EventClasses() {}

    /** Takes effect once, however often it is called. */
    static void trust() {}
}
