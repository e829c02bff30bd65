package com.nowinfinity.xpm.events;

import java.util.regex.Pattern;

/** Which ids of businesses events may carry: whoever takes one in at a door holds it to what consumers take. */
public final class BusinessIds {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

    private BusinessIds() {}

    public static boolean isOne(String id) {
        return FORM.matcher(id).matches();
    }
}
