package com.nowinfinity.xpm.standalone.mainjob;

import com.nowinfinity.xpm.standalone.mainjob.judging.Judgement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The numbers of the {@code RESULT} line; null is what the job did not get to, or cannot know without a simulator. */
final class Tally {

    private final Map<String, @Nullable Object> numbers = new LinkedHashMap<>();

    Tally() {
        for (String name : new String[] {
            "clients",
            "entities",
            "matched",
            "planted",
            "found",
            "missed",
            "invented",
            "pushed",
            "followed",
            "documents",
            "imported",
            "notified",
            "xpmCalls",
            "throttled",
            "doubled",
            "seconds",
            "report"
        }) {
            numbers.put(name, null);
        }
    }

    void set(String name, Object value) {
        if (!numbers.containsKey(name)) {
            throw new IllegalArgumentException("RESULT has no field " + name);
        }
        numbers.put(name, value);
    }

    void judged(Judgement judgement) {
        set("planted", judgement.planted());
        set("found", judgement.found());
        set("missed", judgement.missed().size());
        set("invented", judgement.invented().size());
    }

    /** The number; 0 where there is none. */
    long number(String name) {
        return numbers.get(name) instanceof Number number ? number.longValue() : 0;
    }

    boolean isKnown(String name) {
        return numbers.get(name) != null;
    }

    String line() {
        return "RESULT " + JsonMapper.shared().writeValueAsString(numbers);
    }
}
