package com.nowinfinity.xpm.worker.normal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of firms and parts of people's names. */
public final class Names {

    private static final Map<Pattern, String> SAME = new LinkedHashMap<>();

    static {
        same("proprietary", "pty");
        same("limited", "ltd");
        same("and", "&");
        same("incorporated", "inc");
        same("company", "co");
        same("superannuation", "super");
        same("the trustee for", "");
        same("^\\s*the", "");
    }

    private Names() {}

    private static void same(String written, String form) {
        SAME.put(Pattern.compile(written.startsWith("^") ? written + "\\b" : "\\b" + written + "\\b"), form);
    }

    /** The form in which names of firms, trusts and funds are compared. */
    public static @Nullable String firm(@Nullable String typed) {
        String words = Text.words(typed);
        if (words == null) {
            return null;
        }
        String form = words.replace("&", " & ");
        for (Map.Entry<Pattern, String> same : SAME.entrySet()) {
            form = same.getKey().matcher(form).replaceAll(same.getValue());
        }
        return Text.tidy(form);
    }

    /** The form in which one part of a person's name is compared. */
    public static @Nullable String part(@Nullable String typed) {
        return Text.words(typed);
    }

    /** Whether two parts may be the same name: equal, or one the other's initial. */
    public static boolean samePart(String one, String other) {
        return one.equals(other)
                || (one.length() == 1 && other.startsWith(one))
                || (other.length() == 1 && one.startsWith(other));
    }
}
